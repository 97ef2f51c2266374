"""The way of a file: kind, then fields by name, or text, sections and fields.

Runs in the process that may be killed.
"""

from collections.abc import Iterable
from datetime import date

from domain.errors import FileTooLargeError
from domain.resume import Reading, Resume
from parsers.fields.privacy import without_personal_data
from parsers.files.kind import unwrap
from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.files.programs import RunProgram
from parsers.sections import parse_document
from parsers.structured import read_structured
from parsers.text.addressing import ADDRESSED_TO_MODEL, is_addressed_to_model
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
        reading = reading.model_copy(update={"resume": without_personal_data(reading.resume)})
        return _with_address(reading, [_told(reading.resume)])
    document = read_as(kind, content, limits, run)
    texts = [document.text, *(hidden.text for hidden in document.hidden)]
    return _with_address(parse_document(document, today), texts)


def _with_address(reading: Reading, texts: Iterable[str]) -> Reading:
    """Warns of a text that speaks to a language model, be it seen or hidden."""
    if not any(is_addressed_to_model(text) for text in texts):
        return reading
    warnings = dict.fromkeys((*reading.resume.warnings, ADDRESSED_TO_MODEL))
    resume = reading.resume.model_copy(update={"warnings": tuple(warnings)})
    return reading.model_copy(update={"resume": resume})


def _told(resume: Resume) -> str:
    jobs = ((job.position, job.company, job.description) for job in resume.work_experience)
    told = [resume.position, *resume.key_skills, *(part for job in jobs for part in job)]
    return "\n".join(part for part in told if part)
