"""Text with its looks becomes sections, and sections become a resume."""

from parsers.sections.parsing import parse_document

__all__ = ["parse_document"]
