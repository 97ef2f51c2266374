"""JSON in the resume or the row form -> rows to score, one value at a time."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from pydantic import JsonValue, ValidationError

from domain.resume import Resume
from inference.commands.problem import Problem
from inference.prompts import (
    PromptRow,
    RowFormatError,
    is_column_oriented,
    row_from_json,
    row_from_resume,
    rows_from_columns,
)

JSON_SUFFIXES: Final = (".json", ".jsonl", ".ndjson")
MOST_JSON_BYTES: Final = 128 * 1024 * 1024
_RESUME_ONLY: Final = ("total_experience_months", "layout", "warnings", "language")
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


def read_json_rows(path: Path) -> Iterator[PromptRow | Problem]:
    """The rows of one file in order; a bad one is a Problem in its place.

    JSON lines are read one by one, whatever the file's size. Another document, as pandas or an
    editor lays it out, is read whole: at most 128 MiB. Raises OSError.
    """
    with path.open("rb") as file:
        first = _first_line(file)
        if _is_document(first, path):
            yield from _rows_of_document(first + file.read(MOST_JSON_BYTES + 1 - len(first)))
            return
        number = 0
        while line := first if number == 0 else file.readline(MOST_JSON_BYTES + 1):
            number += 1
            if line.strip():
                yield from _rows_of_line(line, number)
            if len(line) > MOST_JSON_BYTES:
                return


def _first_line(file: BinaryIO) -> bytes:
    """Without a byte order mark; lines of nothing but space before it are skipped."""
    line = file.readline(MOST_JSON_BYTES + 1).removeprefix(_BYTE_ORDER_MARK)
    while line and not line.strip():
        line = file.readline(MOST_JSON_BYTES + 1)
    return line


def _is_document(first: bytes, path: Path) -> bool:
    """Whether the file is one JSON value over several lines: its first line alone is none.

    Lines under a name for lines may be broken, and must not cost the others.
    """
    if _parsed(first) is not None:
        return False
    if path.suffix.lower() == ".json":
        return True
    try:
        with path.open("rb") as file:
            json.loads(file.read(MOST_JSON_BYTES).decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return True


def _parsed(text: bytes) -> JsonValue:
    try:
        document: JsonValue = json.loads(text.decode())
    except (ValueError, RecursionError):
        return None
    return document


def _rows_of_line(line: bytes, number: int) -> Iterator[PromptRow | Problem]:
    for row in _rows_of_document(line):
        if isinstance(row, Problem) and row.code == "damaged":
            yield Problem(row.code, f"line {number}: {row.message}")
        else:
            yield row


def _rows_of_document(content: bytes) -> Iterator[PromptRow | Problem]:
    if len(content) > MOST_JSON_BYTES:
        yield Problem("too_large", f"more than {MOST_JSON_BYTES} bytes in one JSON value")
        return
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        yield Problem("damaged", f"not UTF-8 at byte {error.start}")
        return
    except (ValueError, RecursionError) as error:
        yield Problem("damaged", f"no JSON: {type(error).__name__}")
        return
    yield from map(_row, _records(document))


def _records(document: JsonValue) -> list[JsonValue]:
    if isinstance(document, list):
        return document
    if isinstance(document, dict) and is_column_oriented(document):
        return list(rows_from_columns(document))
    return [document]


def _row(record: JsonValue) -> PromptRow | Problem:
    """One row; also takes a line of `python -m parsers --json`, errors included."""
    if not isinstance(record, dict):
        return Problem("damaged", f"a row must be an object, not {type(record).__name__}")
    if isinstance(error := record.get("error"), dict) and record.get("ok") is False:
        return Problem(str(error.get("code")), str(error.get("message")))
    if isinstance(resume := record.get("resume"), dict):
        record = resume
    try:
        if _is_resume(record):
            return checked(row_from_resume(_resume(record)))
        return checked(row_from_json(record))
    except ValidationError as error:
        first = error.errors()[0]
        return Problem("damaged", f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
    except RowFormatError as error:
        return Problem("damaged", f"column {error.column} does not fit the row form")


def _is_resume(record: dict[str, JsonValue]) -> bool:
    """The resume form has lists and objects, or columns that the training data has not."""
    structured = any(isinstance(value, list | dict) for value in record.values())
    return structured or any(name in record for name in _RESUME_ONLY)


def _resume(record: dict[str, JsonValue]) -> Resume:
    """Unknown keys are left out; null lists are empty ones."""
    known = {name: record[name] for name in Resume.model_fields if record.get(name) is not None}
    return Resume.model_validate(known)


def checked(row: PromptRow) -> PromptRow | Problem:
    return row if row.present_fields() else Problem("empty", "no field to score")
