"""Old verdicts teach, the newest judge: a model is wanted for people who are yet to come."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from training.errors import RowsError, TooFewRowsError
from training.rows.labels import labels_of
from training.verdicts.export import DECIDED_ON

NEWEST_SHARE: Final = 0.3
_CALIBRATION_SHARE: Final = 0.25
_LEAST_OF_EACH: Final = 5

Rows = list[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class VerdictSides:
    """No candidate stands on two sides: who is judged by the newest verdicts taught nothing."""

    training: Rows
    calibration: Rows
    newest: Rows


def split_by_time(
    rows: Sequence[Mapping[str, Any]], newest_share: float = NEWEST_SHARE
) -> VerdictSides:
    """Raises RowsError for a row without its day, TooFewRowsError for a side of one label."""
    for number, row in enumerate(rows, start=1):
        if not isinstance(row.get(DECIDED_ON), str) or not isinstance(row.get("candidate"), str):
            raise RowsError(f"row {number}", f"column {DECIDED_ON} or candidate")
    ordered = sorted(rows, key=lambda row: str(row[DECIDED_ON]))
    newest = ordered[len(ordered) - round(newest_share * len(ordered)) :]
    judged = {row["candidate"] for row in newest}
    older = [row for row in ordered if row["candidate"] not in judged]
    calibrated = _drawn(older, _CALIBRATION_SHARE)
    training = [row for row in older if row["candidate"] not in calibrated]
    calibration = [row for row in older if row["candidate"] in calibrated]
    sides = VerdictSides(training, calibration, newest)
    for name in ("training", "calibration", "newest"):
        _check_labels(name, getattr(sides, name))
    return sides


def _drawn(rows: Sequence[Mapping[str, Any]], share: float) -> set[str]:
    """That share of the candidates, drawn from a seed: verdicts may come in any pattern."""
    candidates = sorted({str(row["candidate"]) for row in rows})
    return set(random.Random("calibration").sample(candidates, round(share * len(candidates))))


def _check_labels(name: str, rows: Rows) -> None:
    labels = labels_of(rows)
    rarer = int(min(labels.sum(), len(labels) - labels.sum())) if len(labels) else 0
    if rarer < _LEAST_OF_EACH:
        lack = f"verdicts of each kind on the {name} side (at least {_LEAST_OF_EACH})"
        raise TooFewRowsError(lack, rarer)
