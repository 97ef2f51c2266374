"""Key skills: hh.ru's tags, lists by commas, bullets or lines, with or without group names."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from parsers.fields.languages import is_language_level, names_language
from parsers.fields.multiword_skills import split_by_known_skills
from parsers.fields.skill_texts import (
    clean_skill,
    flattened,
    split_outside_brackets,
    ungrouped,
    unique_skills,
)
from parsers.layouts.found import BY_LAYOUT, BY_SHAPE, Found
from parsers.layouts.normalise import NBSP, one_spaced
from parsers.layouts.row import Row
from parsers.layouts.section import Layout, Outline, Section, SectionName

_TAG_GAP: Final = re.compile(r"[ \t]{2,}|\t")
_LEVEL_CAPTION: Final = re.compile(
    r"^(?:уровни владения навыками|skill proficiency levels|(?:продвинутый|средний|базовый|"
    r"начальный|экспертный) уровень|уровень не указан|"
    r"level not specified|(?:advanced|intermediate|basic|beginner|expert)(?: level)?)$",
    re.IGNORECASE,
)
_OTHER_GROUP: Final = re.compile(
    r"^(?:водительск\w+|права|driving licen[cs]e|mother tongue|native language|родной язык|"
    r"иностранны\w+ язык\w*|знание языков|other languages?|foreign languages?|телефон|тел|e-?mail|"
    r"семейное положение|рекомендации|references?)\b[^:]{0,30}:",
    re.IGNORECASE,
)
_TALK: Final = re.compile(r"[а-яёa-z]\.\s+[А-ЯЁA-Z].*\.$")
_CONTACT: Final = re.compile(r"@[\w-]+\.\w|(?:\+7|\b8)[\s(-]*\d{3}[\s)-]*\d{3}")
_INLINE_LIST: Final = re.compile(r"[,;|•·]\s.*[,;|•·]\s")
_TAGGED: Final = (Layout.HH, Layout.HUNTFLOW)
_FULL_WIDTH: Final = 250.0
_MAX_SKILLS: Final = 300


def extract_key_skills(outline: Outline) -> Found[tuple[str, ...]] | None:
    """Tags in the document's order, each once; None where no section names skills."""
    sections = [section for section in outline.sections if _holds_skills(section)]
    if not sections:
        return None
    margins = _right_margins(outline)
    unique = unique_skills(
        skill
        for section in sections
        for skill in (
            _hh_tags(section) if outline.layout in _TAGGED else _listed_skills(section, margins)
        )
    )
    skills = list(islice(unique, _MAX_SKILLS))
    if not skills:
        return None
    confidence = BY_LAYOUT if outline.layout is not Layout.FREE else BY_SHAPE
    return Found(tuple(skills), sections[0].rows[0], confidence)


def _right_margins(outline: Outline) -> Mapping[int, float]:
    """How far the texts reach that start at an x: the right edge of their column."""
    margins: dict[int, float] = {}
    for row in outline.all_rows:
        if row.line.x0 is not None and row.line.x1 is not None:
            start = round(row.line.x0)
            margins[start] = max(margins.get(start, 0.0), row.line.x1)
    return margins


def _holds_skills(section: Section) -> bool:
    """`Languages` over Python and Java are skills, over English and German they are not."""
    if section.name is SectionName.LANGUAGES:
        return bool(section.rows) and not any(names_language(row.text) for row in section.rows)
    return section.name is SectionName.SKILLS and bool(section.rows)


def _hh_tags(section: Section) -> Iterator[str]:
    rows = [
        row
        for row in section.rows
        if not _LEVEL_CAPTION.match(row.text) and not is_language_level(row.text)
    ]
    listed = sum(bool(re.search(r"[;,]\s", row.text)) for row in rows)
    spaced = any(len(_row_tags(row)) > 1 for row in rows)
    for row in rows:
        tags = _row_tags(row)
        if len(tags) == 1 and not spaced and listed:
            yield from (clean_skill(part) for part in split_outside_brackets(row.text))
        elif len(tags) == 1 and not spaced:
            yield from split_by_known_skills(clean_skill(tags[0]))
        else:
            yield from (clean_skill(tag) for tag in tags)


def _row_tags(row: Row) -> list[str]:
    """Tags of one line by its wide gaps, in spaces or in points."""
    by_spaces = [part for part in _TAG_GAP.split(row.raw.strip(" |")) if part.strip()]
    words = [word.text for word in row.line.words]
    if len(by_spaces) < 2 and len(words) > 1:
        by_spaces = words
    if len(by_spaces) < 2 and NBSP in row.raw and " " in row.raw.strip():
        # RTF that lost its second spaces still holds the words of a tag together.
        by_spaces = row.raw.split(" ")
    return [one_spaced(part) for part in by_spaces if part.strip()]


def _listed_skills(section: Section, margins: Mapping[int, float]) -> Iterator[str]:
    for text in _joined_rows(_without_talk(section), margins):
        if is_language_level(text) and "язык" not in text.lower():
            continue
        for part in ungrouped(text):
            slashed = part.count(" / ") > 1 and "," not in re.sub(r"\([^()]*\)", "", part)
            for skill in split_outside_brackets(part.replace(" / ", ", ") if slashed else part):
                yield from flattened(skill)


def _without_talk(section: Section) -> Sequence[Row]:
    """`Умею: ...` names skills on its own line; sentences below it speak of other things."""
    rows = section.rows
    is_inline = section.heading is not None and section.heading.line is rows[0].line
    if not is_inline:
        return rows
    return [rows[0], *(row for row in rows[1:] if not _TALK.search(row.text))]


def _joined_rows(rows: Iterable[Row], margins: Mapping[int, float]) -> list[str]:
    """Lines that wrap are put together again."""
    texts: list[str] = []
    previous: Row | None = None
    for row in rows:
        if _LEVEL_CAPTION.match(row.text) or _CONTACT.search(row.text):
            continue
        if _OTHER_GROUP.match(row.bare):
            previous = None
            continue
        parts = [
            part for part in _TAG_GAP.split(row.raw.replace(NBSP, " ").strip()) if part.strip()
        ]
        text = row.bare
        if len(parts) == 2 and "," in parts[1] and "," not in parts[0] and not row.is_bullet:
            text = one_spaced(parts[1])  # A group's name in a column of its own.
        elif len(parts) > 1 and not row.is_bullet:
            text = " ; ".join(one_spaced(part) for part in parts)
        if (
            texts
            and previous is not None
            and (_continues(texts[-1], row) or _ran_out_of_width(previous, row, margins))
        ):
            texts[-1] = f"{texts[-1]} {text}"
        else:
            texts.append(text)
        previous = row
    return texts


def _continues(above: str, row: Row) -> bool:
    if row.is_bullet or row.after_gap:
        return False
    if above.endswith((",", "(", "/", "&")) or above.count("(") > above.count(")"):
        return True
    return row.text[:1].islower() and not above.endswith((".", ";")) and "," in above


def _ran_out_of_width(above: Row, row: Row, margins: Mapping[int, float]) -> bool:
    """A list inside a line goes on below where its next word would not have fitted."""
    x0, x1 = above.line.x0, above.line.x1
    if x0 is None or x1 is None or row.is_bullet or row.after_gap or row.line.x0 is None:
        return False
    if abs(row.line.x0 - x0) > 2 or not _INLINE_LIST.search(above.text) or ":" in row.text:
        return False
    word = len(row.text.split()[0]) * (x1 - x0) / max(len(above.text), 1)
    return x1 + word > margins.get(round(x0), x1 + word) and x1 - x0 > _FULL_WIDTH
