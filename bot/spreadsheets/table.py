"""A table before it is a file."""

from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | int | float | None


@dataclass(frozen=True)
class Column:
    """`width` is in characters, as spreadsheet programs count it. `meaning` is for people."""

    heading: str
    meaning: str
    width: int


@dataclass(frozen=True)
class Sheet:
    """Each row has a cell a column. `frozen_columns` stay in sight when the rest is moved."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    frozen_columns: int = 1
