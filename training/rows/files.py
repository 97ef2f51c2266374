"""Reading and writing rows: JSONL, or the column-oriented JSON of pandas."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from inference.prompts import RowFormatError, is_column_oriented, rows_from_columns
from training.errors import RowsError


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Raises RowsError for a file that is neither format, naming the line or column."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RowsError(str(path), type(error).__name__) from error
    columns = _columns(text)
    if columns is None:
        return list(_lines(path, text))
    try:
        return rows_from_columns(columns)
    except RowFormatError as error:
        raise RowsError(str(path), f"column {error.column}") from error


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """One JSON object a line; a `.json` name writes pandas' column-oriented form instead."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".json":
        path.write_text(json.dumps(_as_columns(list(rows)), ensure_ascii=False), encoding="utf-8")
        return
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def rows_digest(rows: Iterable[Mapping[str, Any]]) -> str:
    """Changes with anything in the rows."""
    digest = hashlib.sha256()
    for row in rows:
        digest.update(json.dumps(row, sort_keys=True, ensure_ascii=False).encode())
    return digest.hexdigest()[:16]


def _columns(text: str) -> dict[str, Any] | None:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return document if is_column_oriented(document) else None


def _lines(path: Path, text: str) -> Iterator[dict[str, Any]]:
    # Not splitlines(): a line separator inside a JSON string is no end of a line.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise RowsError(str(path), f"line {number}") from error
        if not isinstance(row, dict):
            raise RowsError(str(path), f"line {number}")
        yield row


def _as_columns(rows: list[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: {str(i): row.get(name) for i, row in enumerate(rows)} for name in names}
