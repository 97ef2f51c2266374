"""The built-in lexicon of trades, made up for the generator: trades.json beside this file."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from training.corpus.block import Language


@dataclass(frozen=True, slots=True)
class Trade:
    """Words of one trade; skills go from the first year's to the expert's.

    `salary_thousands` is roubles a month of a middle grade.
    """

    family: str
    titles: dict[Language, list[str]]
    subjects: dict[Language, list[str]]
    skills: list[str]
    salary_thousands: int


@cache
def trades() -> tuple[Trade, ...]:
    path = Path(__file__).with_suffix(".json")
    return tuple(Trade(**trade) for trade in json.loads(path.read_text(encoding="utf-8")))
