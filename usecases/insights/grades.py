"""The grade that a title claims, in Russian and English words."""

import re
from typing import Final

_RANKS: Final[tuple[tuple[int, str], ...]] = (
    (0, r"стаж[её]р\w*|intern|trainee|junior|jr\.?|джуниор|младш\w+|помощник|ассистент|assistant"),
    (2, r"middle|mid|мидл"),
    (3, r"senior|sr\.?|сеньор|синьор|старш\w+|ведущ\w+"),
    (4, r"principal|staff|главн\w+|т[ие]м-?\s?лид|team\s?lead\w*|tech\s?lead\w*|техлид|lead"),
    (
        5,
        r"head\s+of|head|director|директор\w*|chief|c[teio]o|vp|руководител\w+|начальник\w*"
        r"|заведующ\w+",
    ),
)
_PLAIN_RANK: Final = 1
_WORDS: Final = tuple(
    (rank, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for rank, words in _RANKS
)
_GRADE_IN_FRONT: Final = re.compile(
    r"(?<!\w)(?:middle\+?|mid|мидл|senior|sr\.?|сеньор|синьор|старш\w+|ведущ\w+|principal|staff"
    r"|главн\w+|lead)(?!\w)[\s,/-]*",
    re.IGNORECASE,
)
_JUNIOR_IN_FRONT: Final = re.compile(
    r"(?<!\w)(?:junior|jr\.?|trainee|джуниор|младш\w+)(?!\w)[\s,/-]*", re.IGNORECASE
)
_FEMININE: Final = re.compile(r"^(?:медсестра|\w+(?:ница|щица|ша))\b", re.IGNORECASE)
_CYRILLIC: Final = re.compile(r"[А-Яа-яЁё]")
_MIDDLE_RANK: Final = 2
_LEAST_LETTERS: Final = 4


def grade_rank(title: str) -> int:
    """0 junior, 1 no grade said, 2 middle, 3 senior, 4 lead, 5 head: the highest that is said."""
    ranks = [rank for rank, words in _WORDS if words.search(title)]
    return max(ranks, default=_PLAIN_RANK)


def without_grade(title: str) -> str | None:
    """The title without the grade's words, or None where nothing else or nothing less remains.

    `Ведущий инженер-технолог` is `Инженер-технолог`; a head of a department stays what he is.
    """
    plain = " ".join(_GRADE_IN_FRONT.sub("", title).split()).strip(" ,/()-")
    if plain == title or not _is_title(plain) or grade_rank(plain) >= grade_rank(title):
        return None
    return _capitalised(plain)


def with_next_grade(title: str) -> str | None:
    """`Аналитик` grows into `Старший аналитик`, a junior into one without the word; else None."""
    rank = grade_rank(title)
    if rank == 0:
        plain = " ".join(_JUNIOR_IN_FRONT.sub("", title).split()).strip(" ,/()-")
        return _capitalised(plain) if grade_rank(plain) > rank and _is_title(plain) else None
    if rank > _MIDDLE_RANK:
        return None
    plain = without_grade(title) or title
    if _CYRILLIC.search(plain):
        word = "Старшая" if _FEMININE.search(plain) else "Старший"
        first = plain.split()[0]
        return f"{word} {plain[0].lower() if first[1:].islower() else plain[0]}{plain[1:]}"
    return f"Senior {plain}"


def _capitalised(title: str) -> str:
    return title[0].upper() + title[1:]


def _is_title(title: str) -> bool:
    return len(title) >= _LEAST_LETTERS
