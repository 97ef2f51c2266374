"""Batches as files for spreadsheet programs."""
