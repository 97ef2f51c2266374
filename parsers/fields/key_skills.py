"""Key skills: hh.ru's tags, lists by commas, bullets or lines, with or without group names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, takewhile, zip_longest
from typing import Final

from parsers.fields.languages import is_language_level, names_language
from parsers.fields.multiword_skills import split_by_known_skills
from parsers.fields.skill_rows import LEVEL_CAPTION, TAG_GAP, is_language_row, skill_texts
from parsers.fields.skill_texts import (
    clean_skill,
    flattened,
    split_outside_brackets,
    ungrouped,
    unique_skills,
)
from parsers.layouts.found import BY_LAYOUT, BY_PLACE, BY_SHAPE, GUESSED, Found
from parsers.layouts.normalise import NBSP, one_spaced
from parsers.layouts.row import Row
from parsers.layouts.section import Layout, Outline, Section, SectionName

_TAGGED: Final = (Layout.HH, Layout.HUNTFLOW)
_EDUCATION_LEVEL: Final = re.compile(
    r"(?:неоконченное )?высшее(?: образование)?|среднее(?: специальное| профессиональное)?"
    r"(?: образование)?|бакалавр|магистр|специалист|кандидат наук|доктор наук|"
    r"(?:incomplete )?higher(?: education)?|secondary(?: special| education)?|bachelor|master",
    re.IGNORECASE,
)
_FORM_LABEL: Final = re.compile(
    r"(?:\d+\.\s*)?(?:(?:владение|знание|навыки работы с)\s+(?:пк|компьютер\w*|программ\w*|по)|"
    r"(?:профессиональные |ключевые |компьютерные |специальные )?(?:навыки|знания)"
    r"(?: и (?:знания|умения|навыки))?|(?:computer |technical |key )?skills|"
    r"(?:(?:технологический )?стек|технологии|инструменты|компетенции|софт|программы|знаю|владею|"
    r"tech stack|technologies|tools|software))",
    re.IGNORECASE,
)
_GLUED_LABEL: Final = re.compile(
    rf"^(?P<label>{_FORM_LABEL.pattern})(?:\s*:\s*|\s+)(?P<rest>[^:,]+,.*)$", re.IGNORECASE
)
_TOOL: Final = re.compile(r"[A-Za-z.][\w.+#/ -]*|1[СC][: \w.]*")
_ENOUGH_TOOLS: Final = 4
_TOOL_WORDS: Final = 3
_USUAL_WORDS: Final = 4
_MAX_SKILLS: Final = 300


def extract_key_skills(outline: Outline) -> Found[tuple[str, ...]] | None:
    """Tags in the document's order, each once; None where no section names skills."""
    sections = [section for section in outline.sections if _holds_skills(section)]
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
        return _beside_a_label(outline)
    confidence = BY_LAYOUT if outline.layout is not Layout.FREE else BY_SHAPE
    if outline.layout is Layout.FREE and sum(map(_is_long, skills)) * 3 > len(skills):
        confidence = GUESSED  # Sentences, or something else under the skills' heading.
    return Found(tuple(skills), sections[0].rows[0], confidence)


def _is_long(skill: str) -> bool:
    return len(skill.split()) > _USUAL_WORDS


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
    # hh.ru's pages put the level of education under the skills without a heading.
    own = takewhile(lambda row: not _EDUCATION_LEVEL.fullmatch(row.text), section.rows)
    rows = [
        row for row in own if not LEVEL_CAPTION.match(row.text) and not is_language_level(row.text)
    ]
    listed = sum(bool(re.search(r"[;,]\s", row.text)) for row in rows)
    spaced = any(len(_row_tags(row)) > 1 for row in rows)
    for row in rows:
        tags = _row_tags(row)
        if len(tags) == 1 and not spaced and 2 * listed > len(rows):
            yield from (clean_skill(part) for part in split_outside_brackets(row.text))
        elif len(tags) == 1 and not spaced and ", " not in row.text:
            yield from split_by_known_skills(clean_skill(tags[0]))
        else:
            yield from (clean_skill(tag) for tag in tags)


def _row_tags(row: Row) -> list[str]:
    """Tags of one line by its wide gaps, in spaces or in points."""
    by_spaces = [part for part in TAG_GAP.split(row.raw.strip(" |")) if part.strip()]
    words = [word.text for word in row.line.words]
    if len(by_spaces) < 2 and len(words) > 1:
        by_spaces = words
    if len(by_spaces) < 2 and NBSP in row.raw and " " in row.raw.strip():
        # RTF that lost its second spaces still holds the words of a tag together.
        by_spaces = row.raw.split(" ")
    return [one_spaced(part) for part in by_spaces if part.strip()]


def _listed_skills(section: Section, margins: Mapping[int, float]) -> Iterator[str]:
    for text in skill_texts(section, margins):
        if is_language_level(text) and is_language_row(text) and "язык" not in text.lower():
            continue
        yield from skills_of_text(text)


def skills_of_text(text: str) -> Iterator[str]:
    """A list with its separators, groups and brackets as single skills."""
    for part in ungrouped(text):
        slashed = part.count(" / ") > 1 and "," not in re.sub(r"\([^()]*\)", "", part)
        items = split_outside_brackets(part.replace(" / ", ", ") if slashed else part)
        languages = sum(is_language_level(item) for item in items)
        for item in items:
            # Among other skills a language is one of them; `English - B2` alone is not.
            yield from flattened(item, keeps_languages=2 * languages < len(items))


def _beside_a_label(outline: Outline) -> Found[tuple[str, ...]] | None:
    """Forms: `Владение ПК` in one cell or before a tab, the skills beside it; `Стек: ...`."""
    for row, following in _with_next(outline.all_rows):
        label, _, rest = row.raw.strip().partition("\t")
        glued = _GLUED_LABEL.match(row.text)
        if glued is not None and not rest:
            label, rest = glued["label"], glued["rest"]
        if not _FORM_LABEL.fullmatch(label.strip(" :")):
            continue
        text = rest.strip() or (following.text if following and following.line.cell else "")
        skills = tuple(unique_skills(skills_of_text(one_spaced(text))))
        if skills:
            return Found(skills, row, BY_PLACE)
    return _listed_under_name(outline)


def _listed_under_name(outline: Outline) -> Found[tuple[str, ...]] | None:
    """A bare line of names of tools in the header: `Kotlin, Coroutines, Room, Gradle`."""
    for row in outline.rows(SectionName.HEADER, SectionName.ABOUT):
        items = [item.strip() for item in row.text.rstrip(".").split(",")]
        if len(items) < _ENOUGH_TOOLS or any(len(item.split()) > _TOOL_WORDS for item in items):
            continue
        if all(_TOOL.fullmatch(item) for item in items):
            return Found(tuple(unique_skills(items)), row, BY_PLACE)
    return None


def _with_next(rows: Iterable[Row]) -> Iterator[tuple[Row, Row | None]]:
    listed = list(rows)
    yield from zip_longest(listed, listed[1:])
