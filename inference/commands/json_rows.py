"""JSON in the resume or the row form -> rows to score, one value at a time."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from pydantic import JsonValue, ValidationError

from domain.fields import FIELD_NAMES
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
MOST_ROW_CHARACTERS: Final = 1_000_000
_SHOWN_KEY_CHARACTERS: Final = 40
_RESUME_ONLY: Final = ("total_experience_months", "layout", "warnings", "language")
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


def read_json_rows(path: Path) -> Iterator[PromptRow | Problem]:
    """The rows of one file in order; a bad one is a Problem in its place.

    JSON lines are read one by one, whatever the file's size. Another document, as pandas or an
    editor lays it out, is read whole: at most 128 MiB. A file without rows is a Problem too.
    Raises OSError.
    """
    rows = _rows(path)
    yield next(rows, Problem("empty", "no rows"))
    yield from rows


def _rows(path: Path) -> Iterator[PromptRow | Problem]:
    with path.open("rb") as file:
        line, number = _first_line(file)
        if not line:
            return
        if _is_document(line, path):
            yield from _rows_of_document(line + file.read(MOST_JSON_BYTES + 1 - len(line)))
            return
        while line:
            if line.strip():
                yield from _rows_of_line(line, number)
            if len(line) > MOST_JSON_BYTES:
                return
            line = file.readline(MOST_JSON_BYTES + 1)
            number += 1


def _first_line(file: BinaryIO) -> tuple[bytes, int]:
    """The first that is not blank, without a byte order mark, and its number from 1."""
    number = 1
    line = file.readline(MOST_JSON_BYTES + 1).removeprefix(_BYTE_ORDER_MARK)
    while line and not line.strip():
        line = file.readline(MOST_JSON_BYTES + 1)
        number += 1
    return line, number


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
    for place, row in enumerate(_rows_of_document(line), start=1):
        if isinstance(row, Problem) and row.code == "damaged":
            where = f"line {number}" if place == 1 else f"line {number}, row {place}"
            yield Problem(row.code, f"{where}: {row.message}")
        else:
            yield row


def _rows_of_document(content: bytes) -> Iterator[PromptRow | Problem]:
    if len(content) > MOST_JSON_BYTES:
        yield Problem("too_large", f"more than {MOST_JSON_BYTES} bytes in one JSON value")
        return
    try:
        document = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_without_repeats)
    except UnicodeDecodeError as error:
        yield Problem("damaged", f"not UTF-8 at byte {error.start}")
        return
    except _RepeatedKeyError as error:
        yield Problem("damaged", f"the same key twice: {error}")
        return
    except (ValueError, RecursionError) as error:
        yield Problem("damaged", f"no JSON: {type(error).__name__}")
        return
    yield from map(_row, _records(document))


class _RepeatedKeyError(ValueError):
    """Which of the two values was meant can't be told."""


def _without_repeats(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    found = dict(pairs)
    if len(found) < len(pairs):
        repeated = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise _RepeatedKeyError(repeated[:_SHOWN_KEY_CHARACTERS])
    return found


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
        return _told_before(error)
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


def _told_before(error: dict[str, JsonValue]) -> Problem:
    """What `python -m parsers --json` wrote instead of a resume."""
    code, message = error.get("code"), error.get("message")
    if not isinstance(code, str) or not isinstance(message, str):
        return Problem("damaged", "an error without code and message")
    return Problem(code, message)


def _is_resume(record: dict[str, JsonValue]) -> bool:
    """The resume form has lists and objects, or columns that the training data has not."""
    structured = any(isinstance(value, list | dict) for value in record.values())
    return structured or any(name in record for name in _RESUME_ONLY)


def _resume(record: dict[str, JsonValue]) -> Resume:
    """Unknown keys are left out; null lists are empty ones."""
    known = {name: record[name] for name in Resume.model_fields if record.get(name) is not None}
    return Resume.model_validate(known)


def checked(row: PromptRow) -> PromptRow | Problem:
    """To tell which share of a text is seen, all of it becomes tokens: that has to end."""
    texts = (*(row.text(name) for name in FIELD_NAMES), row.total_experience or "")
    if sum(map(len, texts)) > MOST_ROW_CHARACTERS:
        return Problem("too_large", f"more than {MOST_ROW_CHARACTERS} characters in one row")
    return row if row.present_fields() else Problem("empty", "no field to score")
