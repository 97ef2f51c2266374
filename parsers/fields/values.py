"""The value of a label that stands alone: beside it on the page, else below it."""

from collections.abc import Sequence

from parsers.layouts.row import Row

_SAME_LINE = 4.0


def value_beside(rows: Sequence[Row], index: int) -> Row | None:
    """The nearest row to the right on the label's line; a label may go on in the next row (`/`)."""
    label = rows[index]
    beside = [row for row in rows if row is not label and is_right_of(label, row)]
    if beside:
        return min(beside, key=lambda row: row.line.x0 or 0.0)
    below = index + (2 if label.text.endswith("/") else 1)
    return rows[below] if below < len(rows) else None


def is_right_of(label: Row, row: Row) -> bool:
    """Does the row stand to the right of the label on its line? False where places are unknown."""
    if label.line.page != row.line.page or label.line.cell is not None:
        return False
    edges = (label.line.x1, label.line.top, row.line.x0, row.line.top)
    x1, top, x0, other = (edge if edge is not None else -1.0 for edge in edges)
    return min(x1, top, x0, other) >= 0 and x0 >= x1 and abs(other - top) < _SAME_LINE
