"""Desired position: the line that the resume itself gives, never the last job's title."""

import itertools
import re
from collections.abc import Sequence
from typing import Final

from parsers.fields.goals import (
    OBLIQUE_GOAL,
    nominative_role,
    own_role,
    role_in_goal,
    tidy_role,
    wanted_role,
    without_praise,
)
from parsers.fields.headline import MAX_LENGTH, NOT_POSITION, WRAPS, headline_under_name
from parsers.fields.industries import is_industry, is_professional_area
from parsers.fields.money import cut_salary, is_salary_row
from parsers.fields.morphology import names_a_trade
from parsers.fields.values import value_beside
from parsers.fields.words import is_sentence, role_strength
from parsers.layouts.found import BY_LAYOUT, BY_PLACE, BY_SHAPE, LABELLED, Found
from parsers.layouts.row import Row
from parsers.layouts.section import LABELLED_SECTIONS, Layout, Outline, SectionName

_LABEL: Final = re.compile(
    r"^(?:(?:желаем|искомая|претендуем|интересующ|предполагаем|рассматриваем)\w*\s+(?:должност[ьи]|"
    r"позици[яи]|ваканси[яи]|"
    r"специальност[ьи]|работа|роль)|(?:должность|позиция|вакансия)(?:\s*№\s*[\w/-]+)?|специальность|роль|"
    r"(?:должность|позиция|вакансия),?\s+на\s+котор\w+\s+(?:вы\s+)?претенду\w+|"
    r"на\s+как\w+\s+(?:должность|вакансию|позицию)\s+(?:вы\s+)?претенду\w+|"
    r"специализация|профессия|(?:desired|target|applied|preferred|current)\s+(?:job\s+)?"
    r"(?:position|title|role|employment)|position(?: applied for| sought| desired)?|"
    r"applying\s+for|job\s+title|title|occupation|profession|post applied for)"
    r"(?:\s*/\s*[а-яёa-z][а-яёa-z ]{3,25}(?=$))?"
    r"\s*(?:[:\-–—|]\s*|/?\s*$|(?<=претендуете)\s+|(?<=[Дд]олжность)\s+(?=[А-ЯЁA-Z]))",
    re.IGNORECASE,
)
_OBLIQUE_LABEL: Final = re.compile(
    r"^(?:(?:цель\s*[:–—-]\s*)?соискание(?:\s+(?:вакантной\s+)?должности)?|"
    r"(?:претендую|претендент|кандидат|соискатель|резюме(?:\s+соискателя|\s+кандидата)?)?\s*на\s+(?:замещение\s+)?(?:вакантн\w+\s+)?"
    r"(?:должност[ьи]|позици[юи]|вакансию)|рассматриваю\s+(?:ваканси[ию]|должност[ьи]|позици[июя])"
    r"(?=\s*:))\s*(?:[:\-–—|]\s*|\s+|$)",
    re.IGNORECASE,
)
_WISH_LABEL: Final = re.compile(
    r"^(?:(?:ищу|нужна)(?:\s+(?:работу|работа|место|ваканси[юя]))?(?:\s*[:–—]\s*|\s+-\s+|$)|"
    r"(?:в\s+поиске|looking\s+for|seeking|open\s+to|i\s+want\s+to\s+be)\s*:\s*|"
    r"ищу\s+(?:работу|место)\s*\|\s*|"
    r"(?:кем|какую\s+работу)\s+(?:я\s+)?(?:хочу|хотел(?:а)?\s+бы|готов(?:а)?|планирую|ищу|желаю|могу)"
    r"(?:\s+(?:работать|устроиться|быть|стать|найти))?(?:\s*[:–—|]\s*|\s+-\s+|$))",
    re.IGNORECASE,
)
"""What one wants in one's own words, before a mark or alone in its cell."""
_ICON: Final = re.compile(r"^[^\w(«\"'+#/.]+")
_NEXT_FACT: Final = re.compile(r"\s*[|•·;]\s*(?=[^|•·;:]{2,30}:\s)")
"""`Главный инженер | Заказчик: ...`: another labelled fact on the line."""
_PAY_TAIL: Final = re.compile(
    r"\s*[,;.(]?\s*(?:с\s+)?(?:з/?п|зарплат|заработн|оклад|доход|salary|график).*$", re.IGNORECASE
)
_VAGUE: Final = re.compile(r"любая|не\s?важн|any\b|без разницы|по договор[её]нности", re.IGNORECASE)
_GOAL_VERB: Final = re.compile(
    r"^(?:найти|получ|применить|использ|реализ|развив|работать|устроиться|приобре|стать|"
    r"трудоустр|профессиональн\w+\s+рост|карьерн|заниматься|to\s|seeking|looking|obtain|"
    r"a\s+challeng)\w*|.*\b(?:seeking|looking\s+for|ищет|ищу)\b",
    re.IGNORECASE,
)
_STOPS: Final = re.compile(
    r"^(?:специализации|specializations?|занятость|тип занятости|employment|график|формат "
    r"работы|work schedule|"
    r"work format|желательное время|travel time|тип занятости|мобильность|полная занятость|"
    r"частичная занятость)",
    re.IGNORECASE,
)
_TITLE_WORDS: Final = 8
_SUMMARY: Final = re.compile(r"себе|обо мне|summary|profile|профиль|about|overview", re.IGNORECASE)
_TELLS_GOAL: Final = re.compile(
    rf"{OBLIQUE_GOAL.pattern}|"
    r"\b(?:position|role|job)\s+(?:in|at|with|within|where)\b|"
    r"\b(?:seeking|looking for|to (?:obtain|get|secure|work)|ищу|"
    r"получить)(?!\w)",
    re.IGNORECASE,
)


def extract_position(outline: Outline) -> Found[str] | None:
    if outline.layout is Layout.HH:
        return _in_hh_block(outline) or headline_under_name(outline)
    return (
        _labelled(outline)
        or _in_position_section(outline)
        or headline_under_name(outline)
        or _in_summary(outline)
        or _in_wish(outline)
    )


def _in_hh_block(outline: Outline) -> Found[str] | None:
    for section in outline.named(SectionName.POSITION):
        rows = [row for row in section.rows if not is_salary_row(row.text)]
        if not rows or _STOPS.match(rows[0].text) or is_professional_area(rows[0].text):
            continue
        parts = [cut_salary(rows[0].text)[0]]
        for above, row in itertools.pairwise(rows):
            if not _continues(above, row, parts[-1]):
                break
            parts.append(cut_salary(row.text)[0])
        return Found(tidy_role(" ".join(parts)), rows[0], LABELLED)
    return _above_conditions(outline)


def _above_conditions(outline: Outline) -> Found[str] | None:
    """hh.ru's pages have no heading: the position stands over the salary or the specialisations."""
    rows = _without_specialisations(outline.rows(SectionName.HEADER, SectionName.PERSONAL))
    for above, row in itertools.pairwise(rows):
        if not (_STOPS.match(row.text) or is_salary_row(row.text)):
            continue
        title = tidy_role(cut_salary(above.text)[0])
        if is_salary_row(above.text) or NOT_POSITION.search(title) or len(title) > MAX_LENGTH:
            return None
        return Found(title, above, BY_LAYOUT)
    return None


def _without_specialisations(rows: Sequence[Row]) -> Sequence[Row]:
    """`Сельское хозяйство` over `— Агроном` is what hh.ru files a position under."""
    items = [row.text.startswith(("— ", "– ", "• ")) for row in rows]
    return [
        row
        for row, is_item, is_over in zip(rows, items, [*items[1:], False], strict=True)
        if not is_item
        and not (is_over and (is_industry(row.text) or is_professional_area(row.text)))
    ]


def _continues(above: Row, row: Row, so_far: str) -> bool:
    """Is the row the rest of a position that wraps?"""
    if _STOPS.match(row.text) or row.is_bullet or is_professional_area(row.text):
        return False
    if above.size is not None and row.size is not None:
        return abs(above.size - row.size) < 0.6 and above.is_bold and row.is_bold
    return (
        bool(WRAPS.search(so_far))
        or row.text[:1].islower()
        or so_far.count("(") > so_far.count(")")
    )


def _labelled(outline: Outline) -> Found[str] | None:
    rows = outline.rows(*LABELLED_SECTIONS)
    for index, row in enumerate(rows):
        text = _ICON.sub("", row.text)
        oblique = _OBLIQUE_LABEL.match(text)
        wish = _WISH_LABEL.match(text)
        label = oblique or wish or _LABEL.match(text)
        if label is None or len(text) > 200:
            continue
        value, place = text[label.end() :], row
        if not value and (below := value_beside(rows, index)) is not None:
            place, value = below, below.text
        value = _NEXT_FACT.split(value, maxsplit=1)[0]
        value = tidy_role(_PAY_TAIL.sub("", cut_salary(value)[0]))
        if not 2 < len(value) <= MAX_LENGTH or NOT_POSITION.search(value) or _VAGUE.match(value):
            continue
        if oblique:
            quoted = role_in_goal(f"на должность {value}")
            return Found(quoted or nominative_role(value), place, LABELLED)
        if wish:
            if (role := _wished(value)) is not None:
                return Found(role, place, LABELLED)
            continue
        return Found(value, place, LABELLED)
    return None


def _wished(value: str) -> str | None:
    """`Ищу: работу поваром` wants `повар`; `Ищу: удалёнку` names no role."""
    role = wanted_role(f"ищу {value}") or nominative_role(value)
    return role if role_strength(role) or names_a_trade(role) else None


def _in_position_section(outline: Outline) -> Found[str] | None:
    for section in outline.named(SectionName.POSITION):
        rows = [row for row in section.rows if not is_salary_row(row.text)]
        if not rows:
            continue
        text = _PAY_TAIL.sub("", " ".join(row.text for row in rows[:4]))
        first = tidy_role(_PAY_TAIL.sub("", cut_salary(rows[0].bare)[0]))
        is_title = role_strength(first) and len(first.split()) <= _TITLE_WORDS
        if is_title and not _TELLS_GOAL.search(first) and not _GOAL_VERB.match(first):
            return Found(first, rows[0], LABELLED)
        goal = wanted_role(text) or role_in_goal(text)
        if goal:
            return Found(goal, rows[0], BY_SHAPE)
        if len(first.split()) <= 6 and not is_sentence(first) and not _GOAL_VERB.match(first):
            return Found(first, rows[0], BY_PLACE)
    return None


def _in_wish(outline: Outline) -> Found[str] | None:
    """`Ищу работу ...` in the person's own words."""
    for row in outline.rows(SectionName.HEADER, SectionName.ABOUT, SectionName.PERSONAL):
        role = wanted_role(row.text) or own_role(row.text)
        if role is not None:
            return Found(role, row, BY_PLACE)
    return None


def _in_summary(outline: Outline) -> Found[str] | None:
    """The first sentence of the summary where it starts with the role."""
    for section in outline.named(SectionName.ABOUT):
        if section.heading is None or not section.rows or not _SUMMARY.search(section.heading.text):
            continue
        text = " ".join(row.text for row in section.rows[:2])
        first = re.split(
            r"(?<=[а-яa-z])[.,;:]\s|\s(?:с|with|имею|who|having|и)\s|\s[–—-]\s", text, maxsplit=1
        )[0]
        first = re.sub(r"^(?:я|i am|i'm)\s+(?:an?\s+)?", "", first.strip(), flags=re.IGNORECASE)
        if 1 < len(first.split()) <= 5 and role_strength(first) == 2:
            return Found(without_praise(tidy_role(first)), section.rows[0], BY_PLACE)
    return None
