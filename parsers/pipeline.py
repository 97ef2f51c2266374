"""The way of a file: kind, then fields by name, or text, sections and fields.

Runs in the process that may be killed.
"""

from datetime import date

from domain.errors import FileTooLargeError
from domain.resume import Reading
from parsers.fields.privacy import without_personal_data
from parsers.files.kind import unwrap
from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.files.programs import RunProgram
from parsers.sections import parse_document
from parsers.structured import read_structured
from parsers.text.reading import read_as


def read_resume(
    content: bytes,
    file_name: str,
    limits: ParsingLimits = DEFAULT_LIMITS,
    run: RunProgram | None = None,
) -> Reading:
    """Raises a ResumeFileError subclass. `file_name` is for people: the content tells the kind.

    `run` starts the programs that DOC files and scans need.
    """
    del file_name
    if len(content) > limits.max_bytes:
        raise FileTooLargeError(limits.max_bytes)
    today = date.today()
    kind, content = unwrap(content, limits)
    reading = read_structured(kind, content, limits, today)
    if reading is not None:
        return reading.model_copy(update={"resume": without_personal_data(reading.resume)})
    return parse_document(read_as(kind, content, limits, run), today)
