"""Title and company of a text without borders between them."""

import re
from dataclasses import dataclass
from typing import Final

from parsers.fields.jobs.employer import company_of
from parsers.fields.jobs.text import tidy_name
from parsers.fields.words import LEGAL_FORM, company_strength, role_strength

_QUOTED_COMPANY: Final = re.compile(
    r"^(?P<company>[^«\"]{0,30}(?:«[^»]+»|\"[^\"]+\"))\s+(?P<title>[^«\"]+)$"
)
"""`Кафе «Каспий» повар`: the company ends with its quotes."""
_ADJECTIVE: Final = re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее)$")
_LONGEST_NAME: Final = 4
_SURE: Final = 2


@dataclass(frozen=True, slots=True)
class Head:
    """`company_first` tells in which order the two were found, None where one is missing."""

    position: str | None
    company: str | None
    company_first: bool | None = None

    @property
    def is_whole(self) -> bool:
        return self.position is not None and self.company is not None


def undivided(text: str) -> Head:
    """A text without borders: by quotes, by a legal form, or all of it one name."""
    quoted = _QUOTED_COMPANY.match(text)
    if quoted is not None and role_strength(quoted["title"]) == 2:
        return Head(tidy_name(quoted["title"]), tidy_name(quoted["company"]), True)
    trade = _trade_behind_name(text)
    if trade is not None:
        return Head(tidy_name(text[trade:]), tidy_name(text[:trade]), True)
    if role_strength(text) and company_strength(text) < 2:
        return Head(tidy_name(text), None)
    if role_strength(text) == 2 and company_strength(text) == 2:
        return _cut_at_legal_form(text)
    return Head(None, company_of(text))


def _trade_behind_name(text: str) -> int | None:
    """Where the trade begins in `Яндекс такси водитель`: a name, then lower case."""
    words = text.split()
    is_quoted = "«" in text or '"' in text
    if is_quoted or not words[0][:1].isupper() or role_strength(words[0]):
        return None
    if _ADJECTIVE.search(words[0]) or not words[-1].islower():
        return None  # `Системный администратор` is a title.
    for index, word in enumerate(words[1 : _LONGEST_NAME + 1], start=1):
        if word.islower() and not word.isascii() and role_strength(word) == _SURE:
            return len(" ".join(words[:index])) + 1
    return None


def _cut_at_legal_form(text: str) -> Head:
    """`Инженер ООО «Ромашка»`: the company begins at its legal form."""
    form = LEGAL_FORM.search(text)
    if form is not None and not text[form.end() :].strip(" .,"):
        return Head(None, tidy_name(text))  # `Heron Partners, LLC` ends with it.
    if form is not None and form.start() > 3 and role_strength(text[: form.start()].strip()):
        return Head(tidy_name(text[: form.start()]), tidy_name(text[form.start() :]), False)
    return Head(tidy_name(text), None)
