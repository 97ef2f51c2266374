"""What `python -m inference` does, one command a module."""
