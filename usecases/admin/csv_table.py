"""Tables as CSV that is safe to open in a spreadsheet."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from pydantic import JsonValue

from domain.csv_cells import defused

_BYTE_ORDER_MARK: Final = "\ufeff"


def csv_header(columns: Sequence[str]) -> bytes:
    """The first line, behind the mark by which spreadsheets know UTF-8."""
    return (_BYTE_ORDER_MARK + _lines([columns])).encode()


def csv_rows(columns: Sequence[str], rows: Iterable[Mapping[str, JsonValue]]) -> bytes:
    return _lines([[cell(row.get(name)) for name in columns] for row in rows]).encode()


def cell(value: JsonValue) -> str | int | float:
    """Numbers as they are; all else as a text that is no formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return defused(text.replace("\x00", ""))


def _lines(rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
