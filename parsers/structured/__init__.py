"""Files that name their fields themselves: a reading without any guessing at lines."""

from parsers.structured.reading import read_structured

__all__ = ["read_structured"]
