"""The way of a file: kind, text, sections, fields. Runs in the process that may be killed."""

from datetime import date

from domain.resume import Reading
from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.sections import parse_document
from parsers.text.reading import read_document


def read_resume(content: bytes, file_name: str, limits: ParsingLimits = DEFAULT_LIMITS) -> Reading:
    """Raises a ResumeFileError subclass. `file_name` is for people: the content tells the kind."""
    del file_name
    return parse_document(read_document(content, limits), date.today())
