"""The nouns of resume expertise: no I/O, nothing but the standard library and pydantic."""
