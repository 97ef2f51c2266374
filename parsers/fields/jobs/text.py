"""Names and descriptions of jobs, made tidy."""

import re
from collections.abc import Sequence

from parsers.fields.words import role_strength
from parsers.layouts.row import Row

_WRAP_SHARE = 0.75
_NUMBERING = re.compile(r"^\d{1,2}[.)]\s+")
_LISTED = re.compile(r"\s*\((?:[^(),]+,){2,}[^()]*\)$")
"""Duties in brackets behind a title."""
SHORTENED = re.compile(r"\b(?:inc|ltd|co|corp|bros|dept|jr|sr)\.$", re.IGNORECASE)
_DESCRIBED = re.compile(r"\s*\((?P<text>[^()]{3,})\)?\.?$")
_DEPARTMENT = re.compile(
    r"(?<=[»\"\w]),\s+(?:[а-яё-]+\s+)?(?:отделение|отдел|цех|кафедра|служба|участок|лаборатория|"
    r"корпус|филиал)(?!\w)[^«\"]*$"
)
"""A part of the employer, in lower case behind its name."""
_DASHED = re.compile(r"^(?P<name>.{2,60}?)\s+[-–—]\s+(?P<text>[a-zа-яё][^«»]+)$")
"""What a company does, in lower case behind its name."""
_LABEL = re.compile(
    r"^(?:должность|позиция|роль|компания|организация|место работы|работодатель|название "
    r"организации|"
    r"position|title|role|company|employer|organization|job title|client)\s*[:–—-]\s*",
    re.IGNORECASE,
)


def tidy_name(name: str | None) -> str | None:
    """A company or a title without list marks, labels and loose punctuation."""
    if name is None:
        return None
    name = _LABEL.sub("", _NUMBERING.sub("", name.strip()))
    name = _LISTED.sub("", name.strip(" ,;:|•·–—-/"))
    if name.endswith(".") and name.count(".") == 1 and not SHORTENED.search(name):
        name = name[:-1]
    return name or None


def without_description(company: str) -> str:
    """`ООО «Луч» (крупный ритейл, 300 чел.)`, `ООО «Луч» - сеть кафе`: the name alone."""
    company = _DEPARTMENT.sub("", company)
    bracket = _DESCRIBED.search(company)
    if bracket is not None and (bracket["text"][0].islower() or "," in bracket["text"]):
        company = company[: bracket.start()]
    dashed = _DASHED.match(company)
    if dashed is not None and not role_strength(dashed["text"]):
        company = dashed["name"]
    return company


def description_of(rows: Sequence[Row]) -> str | None:
    """The rows as text, a paragraph or list item each; wrapped lines are put together."""
    texts: list[str] = []
    full = max((row.line.x1 or 0.0 for row in rows), default=0.0)
    above: Row | None = None
    for row in rows:
        if above is not None and _is_wrapped(above, row, full):
            texts[-1] = f"{texts[-1]} {row.text}"
        else:
            texts.append(row.text)
        above = row
    return "\n".join(texts).strip() or None


def _is_wrapped(above: Row, row: Row, full: float) -> bool:
    """Did the line above run out of width, so that this one goes on?"""
    if row.is_bullet or above.text.endswith((".", ";", ":")):
        return False
    x0, x1 = above.line.x0, above.line.x1
    if x0 is None or x1 is None:
        return False
    return x1 - x0 > _WRAP_SHARE * (full - x0) and (
        row.text[:1].islower() or above.text.endswith(",")
    )
