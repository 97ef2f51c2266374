"""JSON with a resume in it: hh.ru's API, the rows that the model learns from, our own output."""

import json
from collections.abc import Mapping
from datetime import date

from pydantic import JsonValue

from domain.errors import DamagedFileError, NotAResumeError, TooComplexError
from domain.fields import FIELD_NAMES
from domain.resume import Reading
from parsers.files.encoding import decode_text
from parsers.files.limits import ParsingLimits
from parsers.structured.hh_api import is_api_resume, read_api_resume
from parsers.structured.rows import read_row

Record = Mapping[str, JsonValue]


def read_json(content: bytes, limits: ParsingLimits, today: date) -> Reading:
    """Raises DamagedFileError for broken JSON, NotAResumeError for another or more than one."""
    record = _unwrap(_load(content, limits))
    if record is None:
        raise NotAResumeError
    if is_api_resume(record):
        return read_api_resume(record, today)
    if any(name in record for name in FIELD_NAMES):
        return read_row(record, today)
    raise NotAResumeError


def _load(content: bytes, limits: ParsingLimits) -> JsonValue:
    text = decode_text(content)
    if text is None:
        raise DamagedFileError
    if len(text) > 4 * limits.max_characters:
        raise TooComplexError("characters", limits.max_characters)
    try:
        value: JsonValue = json.loads(text)
    except RecursionError as error:
        raise TooComplexError("nesting", 0) from error
    except ValueError as error:
        raise DamagedFileError from error
    return value


def _unwrap(value: JsonValue) -> Record | None:
    """The one record: alone, in a list of one, under "resume", or as a column-oriented table."""
    if isinstance(value, list):
        return _unwrap(value[0]) if len(value) == 1 and isinstance(value[0], dict) else None
    if not isinstance(value, dict):
        return None
    inner = value.get("resume")
    if isinstance(inner, dict):
        return inner
    columns = [column for column in value.values() if isinstance(column, dict)]
    if columns and len(columns) == len(value):
        if {len(column) for column in columns} != {1}:
            return None
        return {
            name: next(iter(column.values())) for name, column in zip(value, columns, strict=True)
        }
    return value
