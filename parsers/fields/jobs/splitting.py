"""One piece of a head line that may hold both names, parted at its borders."""

import re
from collections.abc import Sequence
from typing import Final

from parsers.fields.gazetteer import is_state
from parsers.fields.jobs.employer import company_of
from parsers.fields.jobs.parts import is_noise, is_place, is_post
from parsers.fields.jobs.separators import (
    COMMA_SPLIT,
    DASH_SPLIT,
    SLASH_SPLIT,
    split_outside_brackets,
)
from parsers.fields.jobs.text import tidy_name
from parsers.fields.jobs.trades import reads_as_trade
from parsers.fields.jobs.undivided import Head, undivided
from parsers.fields.words import LEGAL_FORM, company_strength, role_strength

_AT_SPLIT: Final = re.compile(
    r"\s+(?:at|with|в\s+компании|в\s+организации|в|во|@)\s+(?=[\x00«\"A-ZА-ЯЁ0-9])"
)
_LONGEST_TITLE: Final = 4
_SURE: Final = 2
_UNKNOWN_TRADE: Final = 0.5


def split_one(text: str, company_first: bool | None) -> Head:
    """One piece that may hold both: tried by dashes, `at`, then commas."""
    for separator in (SLASH_SPLIT, DASH_SPLIT, _AT_SPLIT, COMMA_SPLIT):
        parts = [part.strip(" ,") for part in split_outside_brackets(separator, text)]
        parts = [part for part in parts if part and not is_noise(part)]
        if separator is COMMA_SPLIT and len(parts) > 2 and is_post(", ".join(parts[-2:])):
            return split_one(", ".join(parts[:-2]), company_first)
        named = [part for part in parts if not is_place(part) and not is_state(part)]
        if len(parts) > 1 and len(named) == 1:
            return split_one(named[0], company_first)
        if separator is SLASH_SPLIT and _is_one_title(text, named):
            continue
        if separator is COMMA_SPLIT:
            named = _regroup(named)
        if len(named) < 2:
            continue
        if _one_side_is_title(named) or (
            _either_is_company(named) and (separator is not COMMA_SPLIT or _is_pair(named))
        ):
            return choose(named, company_first)
        if separator is _AT_SPLIT and _is_somebody_at(named):
            return Head(tidy_name(named[0]), company_of(named[1]), company_first=False)
        if separator in (DASH_SPLIT, SLASH_SPLIT) and len(named) == 2 and not role_strength(text):
            return choose(named, company_first)
    return undivided(text)


def _is_somebody_at(parts: Sequence[str]) -> bool:
    """`Happiness Hero at Northlight`: a short name in capitals, and where."""
    title = parts[0]
    return (
        len(parts) == 2
        and len(title.split()) <= _LONGEST_TITLE
        and not company_strength(title)
        and (reads_as_trade(title) or all(word[0].isupper() for word in title.split()))
    )


def _is_title_at_company(text: str) -> bool:
    """Do all slashes stand before the one `at` or `в`?"""
    parts = split_outside_brackets(_AT_SPLIT, text)
    return (
        len(parts) == 2
        and role_strength(parts[0]) == _SURE
        and SLASH_SPLIT.search(parts[0]) is not None
        and SLASH_SPLIT.search(parts[1]) is None
    )


def _is_one_title(text: str, named: Sequence[str]) -> bool:
    """`Data Scientist / ML-инженер`, `Ассистент / координатор в Event-бюро`."""
    return all(_is_title_part(part) for part in named) or _is_title_at_company(text)


def _is_title_part(part: str) -> bool:
    return role_strength(part) > 0 and not company_strength(part)


def _is_pair(parts: Sequence[str]) -> bool:
    """A company and one short other name: the other one is the title, whatever its words."""
    others = [part for part in parts if not company_strength(part)]
    return len(parts) == 2 and len(others) == 1 and len(others[0].split()) <= _LONGEST_TITLE


def _one_side_is_title(parts: Sequence[str]) -> bool:
    strengths = [_title_likeness(part) for part in parts]
    return min(strengths) < max(strengths)


def _title_likeness(part: str) -> float:
    """0 to 2: by the words of known trades, else half a point for what people are called."""
    return role_strength(part) or _UNKNOWN_TRADE * reads_as_trade(part)


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


def choose(parts: Sequence[str], company_first: bool | None) -> Head:
    """Which of several names is the title and which the company, best told first."""
    titles = [_title_likeness(part) - 0.6 * company_strength(part) for part in parts]
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
        split_one(position, company_first)
        if company_strength(position) and role_strength(position) == 2
        else None
    )
    if whole is not None and whole.is_whole and not company_strength(name):
        return whole
    is_told = best > 0 or company_strength(name) > 0
    order = company < title if is_told else None
    return Head(tidy_name(_without_place(position)), company_of(name), order)


def _without_place(title: str) -> str:
    """`Supply Officer, Fort Hood, TX`, `Повар, г. Тверь`: the title without the town."""
    parts = [part.strip() for part in split_outside_brackets(COMMA_SPLIT, title)]
    for length in (2, 1):
        where = ", ".join(parts[-length:])
        if len(parts) > length and is_place(where) and role_strength(", ".join(parts[:-length])):
            return title[: title.rindex(parts[-length])].rstrip(" ,.")
    return title
