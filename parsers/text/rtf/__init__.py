"""RTF to a document. hh.ru's own download named .doc is RTF."""

from parsers.text.rtf.reading import read_rtf

__all__ = ["read_rtf"]
