"""Lines of a skills section as texts: wrapped lines joined, names of groups dropped."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Final

from parsers.fields.languages import names_language
from parsers.fields.skill_tables import without_levels
from parsers.fields.values import is_right_of
from parsers.layouts.normalise import NBSP, SIGN, one_spaced
from parsers.layouts.row import Row
from parsers.layouts.section import Section

TAG_GAP: Final = re.compile(r"[ \t]{2,}|\t")
LEVEL_CAPTION: Final = re.compile(
    r"^(?:уровни владения навыками|skill proficiency levels|(?:продвинутый|средний|базовый|"
    r"начальный|экспертный) уровень|уровень не указан|"
    r"level not specified|(?:advanced|intermediate|basic|beginner|expert)(?: level)?)$",
    re.IGNORECASE,
)
_OTHER_GROUP: Final = re.compile(
    r"^(?:водительск\w+|права|driving licen[cs]e|mother tongue|native language|родной язык|"
    r"иностранны\w+ язык\w*|знание языков|other languages?|foreign languages?|телефон|тел|e-?mail|"
    r"семейное положение|рекомендации|references?|проекты|projects|достижения)\b[^:]{0,30}:",
    re.IGNORECASE,
)
_OTHER_LABEL: Final = re.compile(
    r"(?:mother tongue|other language|foreign language|driving licen[cs]e|родной язык|другие языки|"
    r"иностранные языки|водительск\w+)",
    re.IGNORECASE,
)
_GROUP_NAME: Final = re.compile(
    r"(?:языки(?: программирования)?|данные|базы данных|субд|бд|инфраструктура|инструменты|"
    r"фреймворки|библиотеки|технологии|операционные системы|облака|мониторинг|тестирование|прочее|"
    r"другое|методологии|по|софт|programming(?: languages?)?|languages?|frameworks?|libraries|"
    r"tools?|"
    r"databases?|clouds?|platforms?|observability|monitoring|infrastructure|operating systems?|"
    r"web(?: technologies)?|testing|methodolog(?:y|ies)|software|version control|devops|other|misc|"
    r"technologies|automation(?: tools)?|[a-z]+ tools|ides?|frontend|backend|front-end|back-end)",
    re.IGNORECASE,
)
_GROUPED: Final = re.compile(
    rf"^(?P<group>{_GROUP_NAME.pattern})\s+(?!(?:и|and|&)\s)(?P<rest>[^\s:][^:]*)$", re.IGNORECASE
)
_PLURAL_GROUP: Final = re.compile(
    r"^(?P<group>языки программирования|базы данных|субд|фреймворки|библиотеки|инструменты|"
    r"технологии|операционные системы|programming languages|frameworks|libraries|databases|tools|"
    r"technologies|operating systems|cloud platforms)\s+(?P<rest>[A-Z][^:]*,[^:]*)$",
    re.IGNORECASE,
)
"""Names that no skill begins with: one such row is enough."""
_DASHED: Final = re.compile(r"^(?P<group>[^,:;–—]{2,40}?)\s[–—]\s(?P<rest>[^–—]+)$")
_TALK: Final = re.compile(r"[а-яёa-z]\.\s+[А-ЯЁA-Z].*\.$")
_CONTACT: Final = re.compile(r"@[\w-]+\.\w|(?:\+7|\b8)[\s(-]*\d{3}[\s)-]*\d{3}")
_INLINE_LIST: Final = re.compile(r"[,;|•·]\s.*[,;|•·]\s")
_SEPARATED: Final = re.compile(r"[,;|•·:]")
_HYPHENATED: Final = re.compile(r"(?P<start>[A-Za-zА-Яа-яЁё]{2,})-$")
_SHORTEST_WRAPPED: Final = 45
_FULL_WIDTH: Final = 150.0
_MIN_GROUPED_ROWS: Final = 2


def skill_texts(section: Section, margins: Mapping[int, float]) -> list[str]:
    """One text a list, a group or a bullet of the section."""
    rows = without_levels(_without_talk(section))
    rows = _without_labels(_without_group_cells(rows))
    rows = _without_captions(rows)
    return _joined(_without_group_names(rows), margins)


def _without_talk(section: Section) -> Sequence[Row]:
    """`Умею: ...` names skills on its own line; sentences below it speak of other things.

    So do lines behind a gap that begin with a sign of their own.
    """
    rows = section.rows
    heading = section.heading
    is_inline = heading is not None and heading.line is rows[0].line
    has_sign = heading is not None and bool(SIGN.match(heading.text))
    if (is_inline or has_sign) and not SIGN.match(rows[0].text):
        rows = tuple(takewhile(lambda row: not (row.after_gap and SIGN.match(row.text)), rows))
    if not is_inline:
        return rows
    return [rows[0], *(row for row in rows[1:] if not _TALK.search(row.text))]


def _without_group_cells(rows: Sequence[Row]) -> Sequence[Row]:
    """A table of two columns with a list beside each name: the names are no skills."""
    cells = [row.line.cell for row in rows if row.line.cell is not None]
    first = [row for row in rows if row.line.cell is not None and row.line.cell[2] == 0]
    second = [row for row in rows if row.line.cell is not None and row.line.cell[2] == 1]
    if not first or not second or any(cell[2] > 1 for cell in cells):
        return rows
    listed = sum("," in row.text or ";" in row.text for row in second)
    named = sum(bool(_GROUP_NAME.fullmatch(row.text.rstrip(":"))) for row in first)
    if any(_SEPARATED.search(row.text.rstrip(":")) for row in first):
        return rows
    if 2 * listed < len(second) and 2 * named < len(first):
        return rows
    return [row for row in rows if row not in first]


def _without_labels(rows: Sequence[Row]) -> Sequence[Row]:
    """Forms: a label of lists beside it is no skill; what is beside `Driving licence` neither."""
    dropped: set[int] = set()
    for row in rows:
        value = next((other for other in rows if is_right_of(row, other)), None)
        if value is None or _SEPARATED.search(row.text.rstrip(":")):
            continue
        is_other = bool(_OTHER_LABEL.match(row.text))
        if is_other or _SEPARATED.search(value.text):
            dropped.add(id(row))
        if is_other:
            dropped.add(id(value))
    return [row for row in rows if id(row) not in dropped]


def _without_captions(rows: Sequence[Row]) -> Sequence[Row]:
    """Bold lines over plain lists, and known names of groups alone on a line."""
    plain = sum(not row.is_bold for row in rows)
    kept: list[Row] = []
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        is_alone = following is not None and not _SEPARATED.search(row.text.rstrip(":"))
        is_marked = row.is_bold and not row.is_bullet and 2 * plain >= len(rows)
        if is_alone and following is not None and is_marked and not following.is_bold:
            continue
        is_name = bool(_GROUP_NAME.fullmatch(row.text.rstrip(":")))
        if is_alone and following is not None and is_name and "," in following.text:
            continue
        kept.append(row)
    return kept


def _without_group_names(rows: Sequence[Row]) -> Sequence[Row]:
    """`Platform Kubernetes, Helm` under `Programming Go, Python`: names in their own column."""
    rows = [_without_plural_group(row) for row in rows]
    grouped = [_GROUPED.match(row.bare) or _DASHED.match(row.bare) for row in rows]
    listed = [match for match in grouped if match is not None and "," in match["rest"]]
    if len(listed) < _MIN_GROUPED_ROWS or 2 * len(listed) < len(rows):
        return rows
    return [
        row.cut(match["rest"]) if match is not None and "," in match["rest"] else row
        for row, match in zip(rows, grouped, strict=True)
    ]


def _without_plural_group(row: Row) -> Row:
    match = _PLURAL_GROUP.match(row.bare)
    return row.cut(match["rest"]) if match is not None and match["rest"][0].isupper() else row


def _joined(rows: Iterable[Row], margins: Mapping[int, float]) -> list[str]:
    """Lines that wrap are put together again."""
    texts: list[str] = []
    previous: Row | None = None
    for row in rows:
        if LEVEL_CAPTION.match(row.text) or _CONTACT.search(row.text):
            continue
        if _OTHER_GROUP.match(row.bare):
            previous = None
            continue
        text = _spread(row)
        hyphen = _HYPHENATED.search(texts[-1]) if texts and previous is not None else None
        if hyphen is not None and text[:1].islower() and not row.is_bullet:
            texts[-1] = _unhyphenated(texts[-1], text, hyphen["start"])
        elif (
            texts
            and previous is not None
            and (_continues(texts[-1], row) or _ran_out_of_width(previous, row, margins))
        ):
            texts[-1] = f"{texts[-1]} {text}"
        else:
            texts.append(text)
        previous = row
    return texts


def _unhyphenated(above: str, below: str, start: str) -> str:
    """`Assem-` + `bly` is a word; `email-` + `маркетинг` keeps its hyphen."""
    is_one_script = start.isascii() == below[0].isascii()
    return (above[:-1] if is_one_script else above) + below


def _spread(row: Row) -> str:
    """The text of a row; wide gaps tell its items apart."""
    if row.is_bullet:
        return row.bare
    parts = [part for part in TAG_GAP.split(row.raw.replace(NBSP, " ").strip()) if part.strip()]
    if len(parts) == 2 and "," in parts[1] and "," not in parts[0]:
        return one_spaced(parts[1])  # A group's name in a column of its own.
    if len(parts) > 1 and row.raw.strip() != row.text:
        return " ; ".join(one_spaced(part) for part in parts)
    return row.bare


def _continues(above: str, row: Row) -> bool:
    if row.is_bullet or row.after_gap:
        return False
    if above.endswith((",", "(", "/", "&")) or above.count("(") > above.count(")"):
        return True
    if row.line.x0 is None and len(above) < _SHORTEST_WRAPPED:
        return False  # Nobody's line ends so early but by a key.
    return row.text[:1].islower() and not above.endswith((".", ";")) and "," in above


def _ran_out_of_width(above: Row, row: Row, margins: Mapping[int, float]) -> bool:
    """A list inside a line goes on below where its next word would not have fitted."""
    x0, x1 = above.line.x0, above.line.x1
    if x0 is None or x1 is None or row.is_bullet or row.after_gap or row.line.x0 is None:
        return False
    if above.raw.rstrip().endswith(("|", "•", "·", ";")):
        return False
    if abs(row.line.x0 - x0) > 2 or not _INLINE_LIST.search(above.text) or ":" in row.text:
        return False
    word = len(row.text.split()[0]) * (x1 - x0) / max(len(above.text), 1)
    return x1 + word > margins.get(round(x0), x1 + word) and x1 - x0 > _FULL_WIDTH


def is_language_row(text: str) -> bool:
    """`Русский (родной), английский B2`: nothing but languages."""
    parts = [part for part in re.split(r"[,;]", text) if part.strip()]
    return bool(parts) and all(names_language(part) for part in parts)
