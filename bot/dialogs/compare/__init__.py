"""The choice of candidates to compare: ticks on the pages of the history."""
