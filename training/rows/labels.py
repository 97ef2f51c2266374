"""Labels of rows as numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.errors import RowsError
from training.rows.clean import LABEL, read_label
from training.simulation.row import CONFIRMED


def labels_of(rows: Sequence[Mapping[str, Any]]) -> NDArray[np.float64]:
    """1 for a confirmed grade, else 0; (rows,). Raises RowsError for a row without a label."""
    found = []
    for number, row in enumerate(rows, start=1):
        label = read_label(row.get(LABEL))
        if label is None:
            raise RowsError(f"row {number}", f"column {LABEL}")
        found.append(float(label == CONFIRMED))
    return np.array(found)
