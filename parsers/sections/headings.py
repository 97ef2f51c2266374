"""Which section a line opens: headings alone on a line, numbered, or before a colon."""

import re
from dataclasses import dataclass
from typing import Final

from parsers.layouts.normalise import words_key
from parsers.layouts.section import SectionName
from parsers.sections.heading_words import STRONG, WEAK

_COMPILED: Final = {name: re.compile(pattern) for name, pattern in STRONG.items()}
_LETTER_SPACED: Final = (
    "опыт работы|опыт|навыки|образование|о себе|обо мне|"
    "контакты|ключевые навыки|профессиональные навыки|профессиональный опыт|"
    "work experience|experience|"
    "education|skills|languages|языки|profile|summary|"
    "about me|contact|projects|проекты|курсы|достижения|"
    "цель"
)
_SQUEEZED: Final = {words.replace(" ", ""): words for words in _LETTER_SPACED.split("|")}
_TAIL: Final = re.compile(
    r"\s*(?:[-–—:]\s*)?(?:\d+\s*(?:год|лет|мес|year|month).*)$", re.IGNORECASE
)
_INLINE: Final = re.compile(r"^(?P<head>[^:]{3,45}?)\s*[:：]\s+(?P<rest>\S.*)$")
_NUMBERING: Final = re.compile(r"^(?:[\divx]{1,3}[.)]\s+)", re.IGNORECASE)
_ICON: Final = re.compile(r"^(?:[^\w\s(«\"'+#/]+\s*|[ÆQ7z]\s+|fa[A-Z]\w+\s+)")


@dataclass(frozen=True, slots=True)
class Heading:
    """`rest` is what stands on the heading's own line after a colon."""

    name: SectionName
    is_weak: bool
    rest: str = ""


def match_heading(text: str) -> Heading | None:
    """The section that a line opens, if its words are a known heading."""
    if len(text) > 400:
        return None
    bare = _ICON.sub("", _NUMBERING.sub("", text)).strip()
    whole = _match_words(_TAIL.sub("", bare)) if len(bare) <= 70 else None
    if whole is not None:
        return whole
    inline = _INLINE.match(bare)
    if inline is None:
        return None
    found = _match_words(inline["head"])
    return Heading(found.name, found.is_weak, inline["rest"]) if found else None


def _match_words(text: str) -> Heading | None:
    if len(text) > 60 or not text or text.rstrip().endswith((",", ";")):
        return None
    key = words_key(text.replace("&", " and ").replace("/", " and "))
    if len(key.split()) > 7:
        return None
    for candidate in dict.fromkeys((key, _SQUEEZED.get(key.replace(" ", ""), key))):
        plain = candidate.replace(" and ", " ")
        for name, pattern in _COMPILED.items():
            if pattern.fullmatch(candidate) or pattern.fullmatch(plain):
                return Heading(name, bool(WEAK.fullmatch(candidate)))
    return None
