"""Key skills: hh.ru's tags, lists by commas, bullets or lines, with or without group names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from parsers.fields.languages import is_language_level, names_language
from parsers.fields.multiword_skills import split_by_known_skills
from parsers.fields.words import is_sentence
from parsers.layouts.found import BY_LAYOUT, BY_SHAPE, Found
from parsers.layouts.normalise import NBSP, one_spaced, without_bullet, words_key
from parsers.layouts.row import Row
from parsers.layouts.section import Layout, Outline, Section, SectionName

_TAG_GAP: Final = re.compile(r"[ \t]{2,}|\t")
_LEVEL_CAPTION: Final = re.compile(
    r"^(?:уровни владения навыками|skill proficiency levels|(?:продвинутый|средний|базовый|"
    r"начальный|экспертный) уровень|уровень не указан|"
    r"level not specified|(?:advanced|intermediate|basic|beginner|expert)(?: level)?)$",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(
    r"\s*\((?:\d+\+?\s*(?:years?|yrs?|лет|год[а]?|мес\w*|months?)|less than \d+ years?|менее "
    r"\d+ год\w*)[^)]*\)",
    re.IGNORECASE,
)
_GROUP: Final = re.compile(
    r"^(?P<group>[^:]{2,60}?)\s*:\s+(?P<rest>\S.*)$|^(?P<alone>[^:,]{2,60}):$"
)
_KNOWN_COLON: Final = re.compile(r"^(?:1[сc]|http|https)\s*:", re.IGNORECASE)
_SEPARATORS: Final = re.compile(
    r"\s*(?:[;,•●▪■·|◦⋅]|\s[-–—]\s(?=[А-ЯЁA-Z])|(?<!кат)(?<!\bг)(?<!\bт)\.\s+(?=[А-ЯЁA-Z]))\s*"
)
_LEVEL_TAIL: Final = re.compile(
    r"\s*(?:[-–—:]\s*)?\(?(?:продвинутый|средний|базовый|начальный|уверенный|опытный|"
    r"эксперт\w*|advanced|intermediate|beginner|basic|expert|proficient)"
    r"(?:\s+(?:уровень|пользователь|level|user))?\)?$",
    re.IGNORECASE,
)
_LEAD_IN: Final = re.compile(
    r"^(?:(?:уверенн\w+|отличн\w+|хорош\w+|базов\w+|свободн\w+|практическ\w+|"
    r"глубок\w+)\s+)?(?:владе(?:ю|ние)|зна(?:ю|ние|ния)|понимание|опыт(?:\s+работы)?|умение|"
    r"навыки|работа|уме(?:ю))\s+(?:работ(?:ы|ать|а)\s+)?(?:с|со|в|на|по|о|об|"
    r"основ)?\s*(?=[A-Z0-9])"
    r"|^(?:experience (?:with|in)|proficient (?:with|in)|knowledge of|familiar with|working "
    r"knowledge of|strong)\s+(?=[A-Z0-9])",
)
_OTHER_GROUP: Final = re.compile(
    r"^(?:водительск\w+|права|driving licen[cs]e|mother tongue|native language|родной язык|"
    r"иностранны\w+ язык\w*|знание языков|other languages?|foreign languages?|телефон|тел|e-?mail|"
    r"семейное положение|рекомендации|references?)\b[^:]{0,30}:",
    re.IGNORECASE,
)
_TALK: Final = re.compile(r"[а-яёa-z]\.\s+[А-ЯЁA-Z].*\.$")
_CONTACT: Final = re.compile(r"@[\w-]+\.\w|(?:\+7|\b8)[\s(-]*\d{3}[\s)-]*\d{3}")
_RATING: Final = re.compile(r"[★☆●○◉◯⬤■□▪▫]{2,}|\b\d{1,3}\s?%|\b\d\s?/\s?(?:5|10)\b")
_NOT_SKILL: Final = re.compile(
    r"^(?:[\W\d_]*|и|and|etc\.?|и т\.?\s?д\.?|и др\.?|др\.|others?)$", re.IGNORECASE
)
_INLINE_LIST: Final = re.compile(r"[,;|•·]\s.*[,;|•·]\s")
_FULL_WIDTH: Final = 250.0
_MAX_SKILLS: Final = 300
_MAX_LENGTH: Final = 90
_MAX_WORDS: Final = 9


def extract_key_skills(outline: Outline) -> Found[tuple[str, ...]] | None:
    """Tags in the document's order, each once; None where no section names skills."""
    sections = [section for section in outline.sections if _holds_skills(section)]
    if not sections:
        return None
    split = _hh_tags if outline.layout in (Layout.HH, Layout.HUNTFLOW) else _listed_skills
    unique = _unique(skill for section in sections for skill in split(section))
    skills = list(islice(unique, _MAX_SKILLS))
    if not skills:
        return None
    confidence = BY_LAYOUT if outline.layout is not Layout.FREE else BY_SHAPE
    return Found(tuple(skills), sections[0].rows[0], confidence)


def _holds_skills(section: Section) -> bool:
    """`Languages` over Python and Java are skills, over English and German they are not."""
    if section.name is SectionName.LANGUAGES:
        return bool(section.rows) and not any(names_language(row.text) for row in section.rows)
    return section.name is SectionName.SKILLS and bool(section.rows)


def _unique(skills: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for skill in skills:
        key = words_key(skill)
        if key and key not in seen and not _NOT_SKILL.match(skill):
            seen.add(key)
            yield skill


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
            yield from (_clean(part) for part in _split_outside_brackets(row.text))
        elif len(tags) == 1 and not spaced:
            yield from split_by_known_skills(_clean(tags[0]))
        else:
            yield from (_clean(tag) for tag in tags)


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


def _listed_skills(section: Section) -> Iterator[str]:
    for text in _joined_rows(_without_talk(section)):
        if is_language_level(text) and "язык" not in text.lower():
            continue
        for part in _ungrouped(text):
            slashed = part.count(" / ") > 1 and "," not in part
            for skill in _split_outside_brackets(part.replace(" / ", ", ") if slashed else part):
                yield from _flattened(skill)


def _without_talk(section: Section) -> Sequence[Row]:
    """`Умею: ...` names skills on its own line; sentences below it speak of other things."""
    rows = section.rows
    is_inline = section.heading is not None and section.heading.line is rows[0].line
    if not is_inline:
        return rows
    return [rows[0], *(row for row in rows[1:] if not _TALK.search(row.text))]


def _joined_rows(rows: Iterable[Row]) -> list[str]:
    """Lines that wrap are put together again."""
    texts: list[str] = []
    previous: Row | None = None
    rows = list(rows)
    full = max((row.line.x1 or 0.0 for row in rows), default=0.0)
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
            and (_continues(texts[-1], row) or _ran_out_of_width(previous, row, full))
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


def _ran_out_of_width(above: Row, row: Row, full: float) -> bool:
    """A list inside a line goes on below where its next word would not have fitted."""
    x0, x1 = above.line.x0, above.line.x1
    if x0 is None or x1 is None or row.is_bullet or row.after_gap or row.line.x0 is None:
        return False
    if abs(row.line.x0 - x0) > 2 or not _INLINE_LIST.search(above.text) or ":" in row.text:
        return False
    word = len(row.text.split()[0]) * (x1 - x0) / max(len(above.text), 1)
    return x1 >= full - 0.5 and x1 - x0 > _FULL_WIDTH and word > 0


def _ungrouped(text: str) -> Iterator[str]:
    """`Языки: Python, C++` without the name of the group."""
    match = None if _KNOWN_COLON.match(text) else _GROUP.match(text)
    if match is None:
        yield text
    elif match["rest"]:
        yield match["rest"]


def _split_outside_brackets(text: str) -> list[str]:
    """Splits at separators that are not inside brackets."""
    masked, depth = [], 0
    for letter in text:
        depth += (letter in "([") - (letter in ")]")
        masked.append("\x00" if depth > 0 and letter in ",;|·•" else letter)
    hidden = "".join(masked)
    parts, start = [], 0
    for separator in _SEPARATORS.finditer(hidden):
        parts.append(text[start : separator.start()])
        start = separator.end()
    parts.append(text[start:])
    return [part for part in parts if part.strip()]


def _flattened(skill: str) -> Iterator[str]:
    """`Python (Django, Flask)` is three skills, `JavaScript (ES6)` is one."""
    skill = _YEARS.sub("", skill)
    inner = re.search(r"\(([^()]*[,;][^()]*)\)", skill)
    if inner is not None:
        outer = _clean(skill.replace(inner[0], " "))
        if _fits(outer):
            yield outer
        yield from (part for raw in re.split(r"[,;]", inner[1]) if _fits(part := _clean(raw)))
        return
    cleaned = _clean(skill)
    if _fits(cleaned):
        yield cleaned


def _clean(skill: str) -> str:
    skill = _YEARS.sub("", without_bullet(skill))
    skill = _RATING.sub("", skill).strip()
    skill = _LEVEL_TAIL.sub("", skill) or skill
    skill = _LEAD_IN.sub("", skill)
    skill = re.sub(r"^(?:и|and|а также|др\.)\s+", "", skill)
    skill = re.sub(r"\s+(?:и др\.?|и т\.?\s?д\.?|etc\.?)$", "", skill)
    skill = one_spaced(skill).strip(" ,;:|•–—-")
    if skill.endswith(".") and not skill.endswith(("т.д.", "т.п.")):
        skill = skill.rstrip(".")
    return skill


def _fits(skill: str) -> bool:
    return (
        bool(skill)
        and len(skill) <= _MAX_LENGTH
        and len(skill.split()) <= _MAX_WORDS
        and not _NOT_SKILL.match(skill)
        and (not is_language_level(skill) or "язык" in skill.lower())
        and not (is_sentence(skill) and len(skill.split()) > 5)
    )


def split_typed_skills(text: str) -> Iterator[str]:
    """Skills that a person typed, by commas, semicolons or lines."""
    parts = (part for line in text.splitlines() for part in _split_outside_brackets(line))
    yield from _unique(cleaned for part in parts if (cleaned := _clean(part)))
