"""Rows on disk: reading, cleaning, splitting."""
