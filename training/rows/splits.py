"""Two ways to hold rows out: by label as the seed did, and by candidate so that nobody leaks."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from sklearn.model_selection import train_test_split

from training.errors import TooFewRowsError
from training.rows.clean import LABEL, read_label
from training.simulation.row import CONFIRMED

SplitName = Literal["stratified", "grouped"]
SPLIT_NAMES: Final[tuple[SplitName, ...]] = ("grouped", "stratified")
TEST_SHARE: Final = 0.1
SPLIT_SEED: Final = 52

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Sides:
    """Row numbers of each side, in rising order.

    `validation` chooses when to stop, the calibration and the threshold; `test` measures.
    """

    split: SplitName
    training: list[int]
    validation: list[int]
    test: list[int]


def hold_out(rows: Rows, name: SplitName) -> Sides:
    """A tenth for the test, a tenth of the rest for the validation. Raises TooFewRowsError."""
    rest, test = split_rows(rows, name)
    training, validation = split_rows([rows[i] for i in rest], name)
    return Sides(name, [rest[i] for i in training], [rest[i] for i in validation], test)


def leaked_share(rows: Rows, sides: Sides) -> float:
    """The share of test rows whose candidate stands on the training side too."""
    known = {rows[i]["candidate"] for i in sides.training}
    return sum(rows[i]["candidate"] in known for i in sides.test) / len(sides.test)


def split_rows(
    rows: Rows, name: SplitName, *, share: float = TEST_SHARE, seed: int = SPLIT_SEED
) -> tuple[list[int], list[int]]:
    """(training, test) row numbers in rising order.

    "stratified" keeps the share of confirmed rows; the same person may stand on both sides.
    "grouped" keeps each candidate's rows together. Raises TooFewRowsError.
    """
    if len(rows) < 2:
        raise TooFewRowsError("rows", len(rows))
    if name == "grouped":
        return _grouped(rows, share, seed)
    try:
        training, test = train_test_split(
            range(len(rows)),
            test_size=share,
            random_state=seed,
            stratify=[row[LABEL] for row in rows],
        )
    except ValueError as error:
        raise TooFewRowsError("rows of a label", len(rows)) from error
    return sorted(training), sorted(test)


def _grouped(rows: Rows, share: float, seed: int) -> tuple[list[int], list[int]]:
    """Candidates with a confirmed grade and those without one are drawn apart, each by the share.

    So the share of confirmed rows is about kept, as far as whole candidates allow.
    """
    confirmed = {str(row["candidate"]): False for row in rows}
    for row in rows:
        confirmed[str(row["candidate"])] |= read_label(row.get(LABEL)) == CONFIRMED
    if len(confirmed) < 2:
        raise TooFewRowsError("candidates", len(confirmed))
    rng = random.Random(seed)
    held_out: set[str] = set()
    for kind in (True, False):
        candidates = sorted(name for name, found in confirmed.items() if found is kind)
        rng.shuffle(candidates)
        held_out.update(candidates[: round(share * len(candidates))])
    held_out = held_out or {min(confirmed)}
    test = [i for i, row in enumerate(rows) if str(row["candidate"]) in held_out]
    return [i for i in range(len(rows)) if str(rows[i]["candidate"]) not in held_out], test
