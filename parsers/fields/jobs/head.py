"""Which words of a job's head lines are the title and which are the company."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from parsers.fields.gazetteer import is_country
from parsers.fields.jobs.employer import company_of
from parsers.fields.jobs.labels import COMPANY_LABEL, TITLE_LABEL
from parsers.fields.jobs.parts import SITE, is_noise, is_on_ones_own, is_place
from parsers.fields.jobs.separators import (
    COMMA_SPLIT,
    DASH_SPLIT,
    split_outside_brackets,
)
from parsers.fields.jobs.splitting import choose, split_one
from parsers.fields.jobs.text import SHORTENED, tidy_name
from parsers.fields.jobs.undivided import Head
from parsers.fields.words import company_strength, role_strength, tells_a_duty

__all__ = ["Head", "read_head"]

_STRONG_SPLIT: Final = re.compile(r"\s*(?:\||•|·|\t|;|⋅|➢|►|\s{3,})\s*|\s+@\s*")
_SURE: Final = 2
_UNFILLED: Final = re.compile(r"\b(?:Company Name|City\s?,\s*State|Job Title Here)\b")
"""Words of templates that the person never filled in."""


def read_head(
    texts: Iterable[str], *, company_first: bool | None = None, in_one_line: bool = False
) -> Head:
    """Title and company of head lines; `company_first` settles what words leave open.

    `in_one_line` tells that the document parts the two by a comma, so that one may do so here.
    """
    texts = [_without_duty(_without_period(text)) for text in texts]
    head = _read_head(texts, company_first)
    if in_one_line and not head.is_whole and len(texts) == 1:
        head = _halved(texts[0], company_first) or head
    if head.position is None or head.company is not None:
        return head
    parts = [part for text in texts for part in _STRONG_SPLIT.split(text)]
    own = next((part.strip(" ,") for part in parts if _is_own(part, head.position)), None)
    return Head(head.position, own)


def _halved(text: str, company_first: bool | None) -> Head | None:
    """`Grip, Copper Kettle` where no word tells which is which: the document's order does."""
    parts = [part for part in split_outside_brackets(COMMA_SPLIT, text) if not is_place(part)]
    if len(parts) != 2 or company_first is None or any(map(is_noise, parts)):
        return None
    company, position = parts if company_first else reversed(parts)
    return Head(tidy_name(position), company_of(company), company_first)


def _without_period(text: str) -> str:
    """`Rust developer.` is no sentence; `Acme Inc.` keeps its period."""
    bare = text.rstrip(" .")
    is_title = text.endswith(".") and role_strength(bare) == _SURE and not SHORTENED.search(text)
    return bare if is_title else text


def _without_duty(text: str) -> str:
    """`Луч, менеджер, выполнял план на 120 %`: what was done is no part of the names."""
    for part in split_outside_brackets(COMMA_SPLIT, text)[1:]:
        if part[:1].islower() and tells_a_duty(part):
            return text[: text.rindex(part)].rstrip(" ,.")
    return text


def _is_own(part: str, position: str) -> bool:
    """`Self-employed` where the company stands."""
    return is_on_ones_own(part.strip(" ,")) and len(part.split()) <= 2 and part != position


def _read_head(texts: Sequence[str], company_first: bool | None) -> Head:
    texts = [_UNFILLED.sub(" | ", text) for text in texts if text]
    labelled = _labelled(texts)
    if labelled is not None:
        return labelled
    parts = [part for text in texts for part in _strong_parts(text)]
    named = [part for part in parts if not is_place(part)]
    others = [part for part in named if not SITE.match(part)]
    if len(others) != 1 or role_strength(others[0]) < _SURE:
        named = others or named  # A site is a company only where no other name stands.
    named = _without_far_places(named, company_first)
    if len(named) == 1:
        return split_one(named[0], company_first)
    if not named:
        return Head(None, tidy_name(parts[0])) if parts else Head(None, None)
    return choose(named, company_first)


def _without_far_places(parts: Sequence[str], company_first: bool | None) -> list[str]:
    """`Acme - Data Engineer` / `Rio Hondo, Argentina`: the head is whole without the town."""
    near = [part for part in parts if not _is_far_place(part)]
    if len(near) != 1 or not DASH_SPLIT.search(near[0]):
        return list(parts)
    head = split_one(near[0], company_first)
    is_whole = head.is_whole and role_strength(head.position or "") == _SURE
    return near if is_whole else list(parts)


def _is_far_place(part: str) -> bool:
    town, _, country = part.rpartition(", ")
    return bool(town) and is_country(country) and not company_strength(town)


def _labelled(texts: Sequence[str]) -> Head | None:
    position = next((m["value"] for text in texts if (m := TITLE_LABEL.match(text))), None)
    company = next((m["value"] for text in texts if (m := COMPANY_LABEL.match(text))), None)
    if position is None and company is None:
        return None
    others = [
        text
        for text in texts
        if not TITLE_LABEL.match(text)
        and not COMPANY_LABEL.match(text)
        and not is_noise(text)
        and not is_place(text)
    ]
    if position is None:
        position = others[0] if others else None
    elif company is None:
        company = others[0] if others else None
    return Head(tidy_name(position), company_of(company) if company else None)


def _strong_parts(text: str) -> list[str]:
    parts = [part.strip(" ,–—-") for part in _STRONG_SPLIT.split(text)]
    return [part for part in parts if part and not is_noise(part)]
