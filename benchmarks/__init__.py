"""Speed and memory, measured; every script prints its table and, as its last line, one JSON."""
