"""JSON that holds more than one resume, cut into one JSON a resume.

Known forms: lines of JSON; a list; hh.ru's pages of a search, whose list is `items`; the columns
that pandas writes, {column: {row label: value}}.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from pydantic import JsonValue

from domain.container import Part
from domain.errors import DamagedFileError, TooComplexError
from domain.fields import FIELD_NAMES
from parsers.archives.limits import ArchiveLimits
from parsers.files.encoding import decode_text

_LISTS: Final = ("items", "resumes")
_LINES_LOOKED_AT: Final = 10


def list_rows(content: bytes, file_name: str, limits: ArchiveLimits) -> tuple[Part, ...] | None:
    """The rows in order; None where the file is one record, or no JSON at all.

    A broken line among good ones is a part too: its reading tells that it is damaged. Raises
    DamagedFileError for a text that can't be decoded, and TooComplexError for too many rows.
    """
    text = decode_text(content)
    if text is None:
        raise DamagedFileError
    if len(text) > limits.max_table_characters:
        raise TooComplexError("characters", limits.max_table_characters)
    rows = _rows_of_document(text)
    if rows is None:
        rows = _lines(text)
    if rows is None or len(rows) < 2:
        return None
    if len(rows) > limits.max_parts:
        raise TooComplexError("batch_items", limits.max_parts)
    return tuple(
        Part(name=f"{file_name} #{number}", text=row) for number, row in enumerate(rows, start=1)
    )


def _rows_of_document(text: str) -> list[str] | None:
    """None where the whole is not one JSON value with a list of records in it."""
    value = _load(text)
    if isinstance(value, dict):
        lists = [value.get(name) for name in _LISTS] + [list(_records_of_columns(value))]
    else:
        lists = [value]
    found = next(filter(None, map(_records, lists)), None)
    return None if found is None else [json.dumps(one, ensure_ascii=False) for one in found]


def _lines(text: str) -> list[str] | None:
    """None where most of the first lines are no records: such a file has no rows."""
    lines = [line for line in text.split("\n") if line.strip()]
    first = [isinstance(_load(line), dict) for line in lines[:_LINES_LOOKED_AT]]
    return lines if 2 * sum(first) > len(first) else None


def _records(value: JsonValue) -> list[JsonValue] | None:
    if isinstance(value, list) and any(isinstance(record, dict) for record in value):
        return value
    return None


def _records_of_columns(document: Mapping[str, JsonValue]) -> Iterator[JsonValue]:
    columns = {name: column for name, column in document.items() if isinstance(column, dict)}
    if len(columns) < len(document) or not any(name in columns for name in FIELD_NAMES):
        return
    labels = dict.fromkeys(label for column in columns.values() for label in column)
    for label in labels:
        yield {name: column.get(label) for name, column in columns.items()}


def _load(text: str) -> JsonValue:
    try:
        value: JsonValue = json.loads(text)
    except RecursionError as error:
        raise TooComplexError("nesting", 0) from error
    except ValueError:
        return None
    return value
