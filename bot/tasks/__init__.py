"""Accepted work that takes longer than a handler may: reading files and scoring."""
