"""Salary expectation: amounts, currency, and the words it was written in."""

import re
from collections.abc import Sequence
from typing import Final

from domain.resume import Salary
from parsers.fields.contacts import without_contacts
from parsers.fields.money import CURRENCY, GROUPED_ROW, NET, cut_salary, is_salary_row, read_salary
from parsers.layouts.found import BY_LAYOUT, BY_SHAPE, LABELLED, Found
from parsers.layouts.row import Row
from parsers.layouts.section import LABELLED_SECTIONS, Layout, Outline, SectionName

_LABEL: Final = re.compile(
    r"^(?:.{0,25}?)(?:(?<!\w)з\.?/?п(?=\s*[:–—-])|(?:желаем\w+|ожидаем\w+|уровень|"
    r"минимальн\w+)\s+(?:уровень\s+)?(?:зарплат\w*|з/?п|заработн\w+\s+плат\w*|"
    r"оклад\w*|доход\w*|оплат\w*)|зарплатн\w+\s+ожидани\w+|зарплат\w*|заработн\w+\s+плат\w*|"
    r"(?:мои\s+)?ожидания(?:\s+по\s+(?:зарплате|доходу|з/?п|деньгам|оплате))?|вилка|ставка|"
    r"оклад|доход(?=\s*[:–—-])|доход от|"
    r"(?:сколько\s+)?хо(?:чу|тел(?:а)?\s+бы)\s+(?:получать|зарабатывать)|(?:желаем|ожидаем)\w+\s+заработок|"
    r"(?:expected|desired|current|min(?:imum)?\.?)?\s*salary(?:\s+expectations?|"
    r"\s+requirements?)?|expected ctc|compensation|(?:hourly|day)?\s*rate)"
    r"\s*(?:\([^)]{1,20}\))?\s*(?:[:\-–—]|от|не (?:менее|ниже)|$|\d|from)",
    re.IGNORECASE,
)
_IN_SENTENCE: Final = re.compile(
    r"(?<!\w)(?:з/?п|зарплат[аы]|оклад|доход|оплата)\s*[:–—-]?\s*"
    r"(?P<sum>(?:от|не менее|минимум)\s+\d.{0,40})"
    r"|(?<!\w)з/?п\s*[:–—-]?\s*(?P<plain>\d.{0,40})"
    r"|(?<!\w)(?:желаем|ожидаем)\w+\s+(?:зарплата|доход|оклад|з/?п)\s*[:–—-]?\s*(?P<wished>\d.{0,40})"
    r"|(?<!\w)хо(?:чу|тел(?:а|ось)?\s+бы)\s+(?:(?:получать|зарабатывать|зарплату|доход)\s+)?"
    r"(?P<hoped>(?:(?:от|не менее)\s+)?\d.{0,40})"
    r"|(?<!\w)(?:looking\s+for|expect(?:ing)?|asking(?:\s+for)?|want)\s+(?:around\s+|about\s+|from\s+)?"
    r"(?P<asked>[$€£]?\d.{0,20})",
    re.IGNORECASE,
)
_IN_THOUSANDS: Final = re.compile(r"\d\s?(?:тыс|т\.?\s?р|[кk](?!\w))", re.IGNORECASE)
_WISH: Final = re.compile(r"(?:желаем|ожидаем)\w+\s+(?:зарплата|доход|оклад|з/?п)", re.IGNORECASE)
_LEAST_BARE: Final = 10_000
"""A wish without a currency is one for money from here on."""
_TAX_TAIL: Final = re.compile(r"(\s+(?:на руки|до вычета налогов))?$", re.IGNORECASE)
_CURRENCY_ROW: Final = re.compile(
    rf"(?:^|\s){CURRENCY}(?:\s+(?:на руки|до вычета налогов))?$", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PART: Final = re.compile(r"\s+[|•·]\s+|\s/\s|\s*…\s*")
_NEXT_FACT: Final = re.compile(r"\s*[|•·;]\s*(?=[^|•·;:\d]{2,40}(?::|$))")
"""`80 000 руб. • Готовность: сразу`: other facts behind the sum."""
_LONGEST_PARTED: Final = 160
_MARK_REACH: Final = 8
"""A currency below its amount stands under the areas that share the amount's column."""


def extract_salary(outline: Outline) -> Found[Salary] | None:
    """What the person asks for; sums inside jobs are nobody's expectation."""
    block = outline.rows(SectionName.POSITION)
    if outline.layout is Layout.HH:
        above = outline.rows(SectionName.HEADER, SectionName.PERSONAL)
        header = [row for row in above if is_salary_row(row.text)]
        return _in_position_block(block) or _in_position_block(header)
    named = outline.named(SectionName.PERSONAL, SectionName.OTHER)
    below = [row for section in named if section.heading is None for row in section.rows]
    parts = _parts_of([*block, *outline.rows(SectionName.HEADER)[:15], *below])
    return _labelled(outline) or _in_position_block(parts) or _wished_anywhere(outline)


def _wished_anywhere(outline: Outline) -> Found[Salary] | None:
    """`График 5/2. Желаемая зарплата 70 000 рублей`: a wish, wherever it stands."""
    rows = [row for row in outline.all_rows if _WISH.search(row.text)]
    asked = (_asked_in_sentence(row, outline.language) for row in rows)
    return next((found for found in asked if found is not None), None)


def _parts_of(rows: Sequence[Row]) -> list[Row]:
    """Facts that share a line (`Инженер · Томск · от 200 000 ₽`) as rows of their own."""
    parts: list[Row] = []
    for row in rows:
        if len(row.text) >= _LONGEST_PARTED:
            parts.append(row)
        elif not _YEAR.fullmatch(row.text):
            parts += map(row.cut, _PART.split(without_contacts(row.text)))
    return parts


def _in_position_block(rows: Sequence[Row]) -> Found[Salary] | None:
    for index, row in enumerate(rows):
        text = row.text if is_salary_row(row.text) else cut_salary(row.text)[1]
        if not text or not re.search(r"\d", text):
            continue
        salary = read_salary(text)
        if salary is None and not GROUPED_ROW.match(text):
            continue
        if salary is None or salary.currency is None:
            mark = _currency_below(rows[index + 1 : index + 1 + _MARK_REACH])
            if mark is None and not GROUPED_ROW.match(text):
                continue
            salary = read_salary(_with_mark(text, mark) if mark else text)
        if salary is not None and (salary.currency is not None or GROUPED_ROW.match(row.text)):
            if index + 1 < len(rows) and NET.match(rows[index + 1].text):
                salary = salary.model_copy(update={"text": f"{salary.text} {rows[index + 1].text}"})
            return Found(salary, row, BY_LAYOUT)
    return None


def _with_mark(amount: str, mark: str) -> str:
    """`60 000 на руки` over `₽`, which fell out of its line by its font, is `60 000 ₽ на руки`."""
    return _TAX_TAIL.sub(rf" {mark}\1", amount, count=1)


def _currency_below(rows: Sequence[Row]) -> str | None:
    for row in rows:
        match = _CURRENCY_ROW.search(row.text)
        if match is not None:
            return match[0].strip()
    return None


def _labelled(outline: Outline) -> Found[Salary] | None:
    rows = outline.rows(*LABELLED_SECTIONS)
    for index, row in enumerate(rows):
        label = _LABEL.match(row.text)
        if label is None or len(row.text) > 160:
            asked = _asked_in_sentence(row, outline.language)
            if asked is not None:
                return asked
            continue
        candidates = [row.text[max(0, label.end() - 1) :].lstrip(" :-–—")]
        for prefix in ("от ", "не менее "):
            if row.text[: label.end()].lower().endswith(prefix.strip()):
                candidates[0] = row.text[label.end() - len(prefix.strip()) :]
        if index + 1 < len(rows):
            candidates.append(rows[index + 1].text)
        for candidate in candidates:
            text = _NEXT_FACT.split(candidate, maxsplit=1)[0]
            if re.search(r"\d", text) and (salary := read_salary(text)) is not None:
                return Found(_in_roubles(salary, outline.language), row, LABELLED)
    return None


def _asked_in_sentence(row: Row, language: str) -> Found[Salary] | None:
    """`Ищу работу ..., з/п от 35 тыс. руб.`: with a currency, in thousands, or a large sum."""
    match = _IN_SENTENCE.search(row.text)
    told = next((group for group in match.groups() if group), None) if match else None
    salary = read_salary(told) if told else None
    if match is None or salary is None:
        return None
    salary = _in_roubles(salary, language)
    is_wish = bool(match["wished"] or match["hoped"])
    is_sum = is_wish and (salary.amount_from or 0) >= _LEAST_BARE
    return Found(salary, row, BY_SHAPE) if salary.currency or is_sum else None


def _in_roubles(salary: Salary, language: str) -> Salary:
    """Nobody counts another currency in `тыс.` and `к` without a word of it."""
    if salary.currency is not None or language != "ru" or not _IN_THOUSANDS.search(salary.text):
        return salary
    return salary.model_copy(update={"currency": "RUB"})
