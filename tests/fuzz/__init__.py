"""Bytes against the parsers, led by coverage: `make fuzz` (needs atheris, which it installs)."""
