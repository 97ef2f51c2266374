"""The unit that careers are built from: one job's words."""

import zlib
from dataclasses import dataclass
from typing import Literal

Language = Literal["ru", "en"]


@dataclass(frozen=True, slots=True)
class Block:
    """What one ad or one job of a resume says.

    `level` is 0..3 (junior, middle, senior, lead) or None where the source does not tell it.
    `source` is the employer or the document: whatever a split must not divide.
    `salary` is roubles a month.
    """

    title: str
    level: int | None
    family: str
    duties: tuple[str, ...]
    skills: tuple[str, ...]
    language: Language
    source: str
    city: str | None = None
    salary: int | None = None


def stable_share(text: str) -> float:
    """A number in 0..1 that depends on the text alone: the same split on every machine."""
    return zlib.crc32(text.encode()) / 2**32
