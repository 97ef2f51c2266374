"""Rows of the training data in JSON -> the row of texts."""

import math
from collections.abc import Mapping
from typing import Any

from pydantic import JsonValue

from domain.career import total_months
from domain.fields import FIELD_NAMES
from inference.prompts.experience import dated_jobs, split_entries, without_repeats
from inference.prompts.from_resume import total_experience_text
from inference.prompts.row import MISSING, PromptRow


class RowFormatError(ValueError):
    """JSON that is no row of the training data; `column` is the first one that does not fit."""

    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


def row_from_json(row: Mapping[str, JsonValue]) -> PromptRow:
    """A row whose columns are texts; a missing column, null, NaN or blank text is `MISSING`.

    Other columns (`country`, `grade_proof`) are ignored. Jobs that the data repeats are left
    once, as the seed's authors cleaned them. `total_experience` is taken where it is given, else
    summed up from the dated jobs as of today, as the reader of files does: the same career must
    give the same prompt in either form.
    """
    texts: dict[str, Any] = {name: _text(name, row.get(name)) for name in FIELD_NAMES}
    texts["work_experience"] = without_repeats(texts["work_experience"])
    stated = _text("total_experience", row.get("total_experience"))
    total = _summed_up(texts["work_experience"]) if stated == MISSING else stated
    return PromptRow(**texts, total_experience=total)


def _summed_up(work_experience: str) -> str | None:
    return total_experience_text(total_months(dated_jobs(split_entries(work_experience))))


def is_column_oriented(document: JsonValue) -> bool:
    """Whether this is what pandas' `to_json` writes: {column: {row label: value}}."""
    return (
        isinstance(document, dict)
        and any(name in document for name in FIELD_NAMES)
        and all(isinstance(column, dict) for column in document.values())
    )


def rows_from_columns(document: Mapping[str, JsonValue]) -> list[dict[str, JsonValue]]:
    """Column-oriented JSON as a list of rows, in the order of the first column's labels."""
    labels: dict[str, None] = {}
    for name, column in document.items():
        if not isinstance(column, dict):
            raise RowFormatError(name)
        labels |= dict.fromkeys(column)
    columns = {name: column for name, column in document.items() if isinstance(column, dict)}
    return [{name: column.get(label) for name, column in columns.items()} for label in labels]


def _text(column: str, value: JsonValue) -> str:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return MISSING
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise RowFormatError(column)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value)
    return text if text.strip() else MISSING
