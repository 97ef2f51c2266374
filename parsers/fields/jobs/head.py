"""Which words of a job's head lines are the title and which are the company."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from parsers.fields.gazetteer import is_country, is_state
from parsers.fields.jobs.employer import company_of
from parsers.fields.jobs.labels import COMPANY_LABEL, TITLE_LABEL
from parsers.fields.jobs.parts import SITE, is_noise, is_on_ones_own, is_place, is_post
from parsers.fields.jobs.separators import (
    COMMA_SPLIT,
    DASH_SPLIT,
    SLASH_SPLIT,
    split_outside_brackets,
)
from parsers.fields.jobs.text import SHORTENED, tidy_name
from parsers.fields.jobs.undivided import Head, undivided
from parsers.fields.words import LEGAL_FORM, company_strength, role_strength

__all__ = ["Head", "read_head"]

_STRONG_SPLIT: Final = re.compile(r"\s*(?:\||•|·|\t|;|⋅|➢|►|\s{3,})\s*|\s+@\s*")
_AT_SPLIT: Final = re.compile(
    r"\s+(?:at|with|в\s+компании|в\s+организации|в|во|@)\s+(?=[«\"A-ZА-ЯЁ0-9])"
)
_LONGEST_TITLE: Final = 4
_SURE: Final = 2
_UNFILLED: Final = re.compile(r"\b(?:Company Name|City\s?,\s*State|Job Title Here)\b")
"""Words of templates that the person never filled in."""


def read_head(
    texts: Iterable[str], *, company_first: bool | None = None, in_one_line: bool = False
) -> Head:
    """Title and company of head lines; `company_first` settles what words leave open.

    `in_one_line` tells that the document parts the two by a comma, so that one may do so here.
    """
    texts = [_without_period(text) for text in texts]
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
        return _split_one(named[0], company_first)
    if not named:
        return Head(None, tidy_name(parts[0])) if parts else Head(None, None)
    return _choose(named, company_first)


def _without_far_places(parts: Sequence[str], company_first: bool | None) -> list[str]:
    """`Acme - Data Engineer` / `Rio Hondo, Argentina`: the head is whole without the town."""
    near = [part for part in parts if not _is_far_place(part)]
    if len(near) != 1 or not DASH_SPLIT.search(near[0]):
        return list(parts)
    head = _split_one(near[0], company_first)
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


def _split_one(text: str, company_first: bool | None) -> Head:
    """One piece that may hold both: tried by dashes, `at`, then commas."""
    for separator in (SLASH_SPLIT, DASH_SPLIT, _AT_SPLIT, COMMA_SPLIT):
        parts = [part.strip(" ,") for part in split_outside_brackets(separator, text)]
        parts = [part for part in parts if part and not is_noise(part)]
        if separator is COMMA_SPLIT and len(parts) > 2 and is_post(", ".join(parts[-2:])):
            return _split_one(", ".join(parts[:-2]), company_first)
        named = [part for part in parts if not is_place(part) and not is_state(part)]
        if len(parts) > 1 and len(named) == 1:
            return _split_one(named[0], company_first)
        if separator is SLASH_SPLIT and all(_is_title_part(part) for part in named):
            continue  # `Data Scientist / ML-инженер` is one title.
        if separator is COMMA_SPLIT:
            named = _regroup(named)
        if len(named) < 2:
            continue
        if _one_side_is_title(named) or (
            _either_is_company(named) and (separator is not COMMA_SPLIT or _is_pair(named))
        ):
            return _choose(named, company_first)
        if separator in (DASH_SPLIT, SLASH_SPLIT) and len(named) == 2 and not role_strength(text):
            return _choose(named, company_first)
    return undivided(text)


def _is_title_part(part: str) -> bool:
    return role_strength(part) > 0 and not company_strength(part)


def _is_pair(parts: Sequence[str]) -> bool:
    """A company and one short other name: the other one is the title, whatever its words."""
    others = [part for part in parts if not company_strength(part)]
    return len(parts) == 2 and len(others) == 1 and len(others[0].split()) <= _LONGEST_TITLE


def _one_side_is_title(parts: Sequence[str]) -> bool:
    strengths = [role_strength(part) for part in parts]
    return min(strengths) < max(strengths)


def _either_is_company(parts: Sequence[str]) -> bool:
    return any(company_strength(part) for part in parts)


def _regroup(parts: Sequence[str]) -> list[str]:
    """Commas inside a company (`Acme, Inc`) or a title (`инженер, ведущий`) are not borders."""
    groups: list[str] = []
    for part in parts:
        if groups and (
            LEGAL_FORM.fullmatch(part.strip(". "))
            or (len(groups) > 1 and _goes_on_as_a_title(groups[-1], part))
            or (
                role_strength(part)
                and role_strength(groups[-1])
                and not company_strength(part)
                and not company_strength(groups[-1])
            )
        ):
            groups[-1] = f"{groups[-1]}, {part}"
        else:
            groups.append(part)
    return groups


def _goes_on_as_a_title(title: str, part: str) -> bool:
    """`Врач, зав. отделением` behind a company: in lower case, and no company's words."""
    is_behind_title = role_strength(title) == _SURE and not company_strength(title)
    return is_behind_title and part[:1].islower() and not company_strength(part)


def _choose(parts: Sequence[str], company_first: bool | None) -> Head:
    titles = [role_strength(part) - 0.6 * company_strength(part) for part in parts]
    best = max(titles)
    if best <= 0:
        companies = [company_strength(part) for part in parts]
        company = companies.index(max(companies)) if max(companies) else (0 if company_first else 1)
        title = 1 if company == 0 else 0
    else:
        title = titles.index(best)
        if company_first and titles.count(best) > 1:
            title = len(titles) - 1 - titles[::-1].index(best)
        others = [index for index in range(len(parts)) if index != title]
        company = max(
            others, key=lambda index: (company_strength(parts[index]) - titles[index], -index)
        )
        if max(company_strength(parts[index]) for index in others) == 0:
            company = others[0]
    position = parts[title]
    name = parts[company]
    whole = (
        _split_one(position, company_first)
        if company_strength(position) and role_strength(position) == 2
        else None
    )
    if whole is not None and whole.is_whole and not company_strength(name):
        return whole
    return Head(tidy_name(_without_place(position)), company_of(name), company < title)


def _without_place(title: str) -> str:
    """`Supply Officer, Fort Hood, TX`, `Повар, г. Тверь`: the title without the town."""
    parts = [part.strip() for part in split_outside_brackets(COMMA_SPLIT, title)]
    for length in (2, 1):
        where = ", ".join(parts[-length:])
        if len(parts) > length and is_place(where) and role_strength(", ".join(parts[:-length])):
            return title[: title.rindex(parts[-length])].rstrip(" ,.")
    return title
