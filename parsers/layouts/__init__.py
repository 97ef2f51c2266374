"""The nouns between text and fields: rows, sections, and the layouts they come in."""
