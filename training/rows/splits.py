"""Two ways to hold rows out: by label as the seed did, and by candidate so that nobody leaks."""

import random
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from sklearn.model_selection import train_test_split

from training.errors import TooFewRowsError
from training.rows.clean import LABEL

SplitName = Literal["stratified", "grouped"]
SPLIT_NAMES: Final[tuple[SplitName, ...]] = ("grouped", "stratified")
TEST_SHARE: Final = 0.1
SPLIT_SEED: Final = 52

Rows = Sequence[Mapping[str, Any]]


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
    candidates = sorted({str(row["candidate"]) for row in rows})
    if len(candidates) < 2:
        raise TooFewRowsError("candidates", len(candidates))
    random.Random(seed).shuffle(candidates)
    held_out = set(candidates[: max(1, round(share * len(candidates)))])
    test = [i for i, row in enumerate(rows) if str(row["candidate"]) in held_out]
    return [i for i in range(len(rows)) if str(rows[i]["candidate"]) not in held_out], test
