"""A file's bytes -> the rows to score: a resume file, or JSON in the resume or the row form."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import JsonValue, ValidationError

from domain.resume import Reading, Resume
from inference.prompts import (
    PromptRow,
    RowFormatError,
    is_column_oriented,
    row_from_json,
    row_from_resume,
    rows_from_columns,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why one input gets no score: a code of the parsers' closed list, or "scoring_failed"."""

    code: str
    message: str


ReadResume = Callable[[bytes, str], Awaitable[Reading | Problem]]

_RESUME_ONLY: Final = ("total_experience_months", "layout", "warnings", "language")
_JSON_SUFFIXES: Final = (".json", ".jsonl", ".ndjson")


async def read_rows(path: Path, read_resume: ReadResume) -> list[PromptRow | Problem]:
    """The rows of one file in order; a bad row is a Problem in its place."""
    try:
        content = await asyncio.to_thread(path.read_bytes)
    except OSError as error:
        return [Problem("damaged", error.strerror or type(error).__name__)]
    if path.suffix.lower() in _JSON_SUFFIXES:
        may_be_lines = path.suffix.lower() != ".json" or _begins_with_an_object(content)
        return list(_rows_of_json(content, may_be_lines))
    reading = await read_resume(content, path.name)
    if isinstance(reading, Problem):
        return [reading]
    return [_checked(row_from_resume(reading.resume))]


def _begins_with_an_object(content: bytes) -> bool:
    """Whether the first line alone is an object, as in JSON lines under a .json name."""
    try:
        return isinstance(json.loads(content.lstrip().split(b"\n", 1)[0]), dict)
    except (ValueError, RecursionError):
        return False


def _rows_of_json(content: bytes, may_be_lines: bool) -> Iterator[PromptRow | Problem]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Problem("damaged", f"not UTF-8 at byte {error.start}")
        return
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        if may_be_lines:
            yield from _rows_of_lines(text)
        else:
            yield Problem("damaged", f"no JSON: {error}")
        return
    yield from map(_row, _records(document))


def _rows_of_lines(text: str) -> Iterator[PromptRow | Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Problem("damaged", f"line {number}: {type(error).__name__}: no JSON")
            continue
        yield _row(record)


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
            return _checked(row_from_resume(_resume(record)))
        return _checked(row_from_json(record))
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


def _checked(row: PromptRow) -> PromptRow | Problem:
    return row if row.present_fields() else Problem("empty", "no field to score")
