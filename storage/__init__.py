"""The history, the accepted work and the dialog states in one SQLite file."""
