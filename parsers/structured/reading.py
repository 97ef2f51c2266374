"""A file whose fields have names to a reading."""

from datetime import date

from domain.resume import Reading
from parsers.files.kind import FileKind
from parsers.files.limits import ParsingLimits
from parsers.structured.hh_page import read_hh_page
from parsers.structured.records import read_json


def read_structured(
    kind: FileKind, content: bytes, limits: ParsingLimits, today: date
) -> Reading | None:
    """None where the file is a text to be read as people read it.

    Raises a ResumeFileError subclass.
    """
    if kind is FileKind.JSON:
        return read_json(content, limits, today)
    if kind is FileKind.HTML:
        return read_hh_page(content, limits, today)
    return None
