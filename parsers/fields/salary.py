"""Salary expectation: amounts, currency, and the words it was written in."""

import re
from collections.abc import Sequence
from typing import Final

from domain.resume import Currency, Salary
from parsers.fields.contacts import without_contacts
from parsers.layouts.found import BY_LAYOUT, BY_SHAPE, LABELLED, Found
from parsers.layouts.row import Row
from parsers.layouts.section import LABELLED_SECTIONS, Layout, Outline, SectionName

_CURRENCIES: Final[tuple[tuple[str, Currency], ...]] = (
    (r"руб(?:л[а-я]+|\.)?|₽|rub(?:les)?|rur|р\.(?!\w)|р(?!\w)", "RUB"),
    (r"\$|usd|долл\w*|dollars?|у\.\s?е\.", "USD"),
    (r"€|eur(?:o|os)?|евро", "EUR"),
    (r"₸|kzt|тенге|тг(?!\w)", "KZT"),
    (r"byn|byr|бел\.?\s?руб\w*\.?|br(?!\w)", "BYN"),
    (r"₴|uah|грн\.?|гривен\w*", "UAH"),
    (r"so'm|soʻm|so‘m|uzs|сум(?!м)", "UZS"),
    (r"сом(?!\w)|kgs", "KGS"),
    (r"₾|gel|лари", "GEL"),
    (r"₼|azn|манат\w*", "AZN"),
)
_CURRENCY: Final = "(?:" + "|".join(pattern for pattern, _ in reversed(_CURRENCIES)) + ")"
_AMOUNT: Final = r"(?<!\d)(?:\d{1,3}(?:[\s.,']\d{3})+(?!\d)|\d{2,8}(?!\d)(?:[.,]\d{1,2}(?!\d))?)"
_THOUSANDS: Final = r"(?:\s?(?:тыс\.|(?:тыс(?:яч[а-я]*)?|т\.\s?р\.?|к|k|тр)(?![a-zа-яё])))"
_MONEY: Final = re.compile(
    rf"(?P<lead>\$|€|(?<!\w)(?:USD|EUR|RUB|KZT|BYN|UZS)(?=\s?\d))?\s?(?P<first>{_AMOUNT})(?P<k1>{_THOUSANDS})?\s?(?P<c1>{_CURRENCY})?"
    rf"(?:\s?(?:[-–—]|до|to)\s?(?:\$|€)?(?P<second>{_AMOUNT})(?P<k2>{_THOUSANDS})?)?"
    rf"\s?(?P<currency>{_CURRENCY})?(?P<tail>\s*\.?\s*,?\s*\(?(?:на руки|до вычета налогов|"
    rf"gross|net|в месяц|per month|в мес\.?|чистыми|после вычета налогов|per annum|a year)\)?)?",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"^(?:.{0,25}?)(?:(?:желаем\w+|ожидаем\w+|уровень|"
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
    r"|(?<!\w)з/?п\s*[:–—-]?\s*(?P<plain>\d.{0,40})",
    re.IGNORECASE,
)
_IN_THOUSANDS: Final = re.compile(r"\d\s?(?:тыс|т\.?\s?р|к(?!\w))", re.IGNORECASE)
_FROM: Final = re.compile(r"(?:^|\s)(?:от|не менее|минимум|from|min)\s*$", re.IGNORECASE)
_UP_TO: Final = re.compile(r"(?:^|\s)(?:до|не более|up to)\s*$", re.IGNORECASE)
_TAIL: Final = re.compile(
    rf"\s+(?P<salary>(?:от\s+)?(?:\d{{1,3}}(?:\s\d{{3}})+|"
    rf"\d{{4,8}})(?:\s?{_CURRENCY})?(?:\s+на руки|\s+до вычета налогов)?)\s*$",
    re.IGNORECASE,
)
_GROUPED_ROW: Final = re.compile(
    r"^(?:от\s+)?\d{1,3}(?:\s\d{3})+(?:\s+(?:на руки|до вычета налогов))?$|^\d{4,8}$",
    re.IGNORECASE,
)
_TAX_TAIL: Final = re.compile(r"(\s+(?:на руки|до вычета налогов))?$", re.IGNORECASE)
_CURRENCY_ROW: Final = re.compile(
    rf"(?:^|\s){_CURRENCY}(?:\s+(?:на руки|до вычета налогов))?$", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NET: Final = re.compile(r"^(?:на руки|до вычета налогов|gross|net)$", re.IGNORECASE)
_PART: Final = re.compile(r"\s+[|•·]\s+|\s/\s|\s*…\s*")
_NEXT_FACT: Final = re.compile(r"\s*[|•·;]\s*(?=[^|•·;:\d]{2,40}(?::|$))")
"""`80 000 руб. • Готовность: сразу`: other facts behind the sum."""
_LONGEST_PARTED: Final = 160
_MARK_REACH: Final = 8
"""A currency below its amount stands under the areas that share the amount's column."""
_MAX_AMOUNT: Final = 100_000_000


def cut_salary(text: str) -> tuple[str, str | None]:
    """A line without the salary at its end (`Junior Developer 50 000`), and that salary."""
    match = _TAIL.search(text)
    if match is None or not match.start():
        return text, None
    if re.fullmatch(r"(?:19|20)\d\d", match["salary"].strip()):
        return text, None
    return text[: match.start()].rstrip(" ,-–—"), match["salary"].strip()


def is_salary_row(text: str) -> bool:
    """Does the line hold an amount, a currency, or both, and nothing else?"""
    if _GROUPED_ROW.match(text) or _NET.match(text):
        return True
    if re.fullmatch(_CURRENCY, text, re.IGNORECASE):
        return True
    match = _MONEY.search(text)
    return bool(match and _currency_of(match) and len(match[0]) >= len(text) - 4)


def read_salary(text: str) -> Salary | None:
    """Amounts and currency of a text that is known to speak of a salary."""
    for match in _MONEY.finditer(text):
        currency = _currency_of(match)
        first = _amount(match["first"], match["k1"] or match["k2"])
        if first is None or (currency is None and not match["k1"] and first < 1000):
            continue
        second = _amount(match["second"], match["k2"] or match["k1"]) if match["second"] else None
        before = text[: match.start()]
        if second is None and _UP_TO.search(before) and not _FROM.search(before):
            return Salary(amount_to=first, currency=currency, text=text.strip())
        if second is not None and second < first:
            second = None
        is_range = second is not None or bool(_FROM.search(before))
        return Salary(
            amount_from=first,
            amount_to=second if is_range else None,
            currency=currency,
            text=text.strip(),
        )
    return None


def _currency_of(match: re.Match[str]) -> Currency | None:
    mark = match["lead"] or match["currency"] or match["c1"]
    if not mark:
        return "RUB" if match["k1"] and "р" in match["k1"].lower() else None
    return next(
        (code for pattern, code in reversed(_CURRENCIES) if re.fullmatch(pattern, mark, re.I)), None
    )


def _amount(digits: str, thousands: str | None) -> int | None:
    if re.search(r"[.,]\d{1,2}$", digits):
        value = float(re.sub(r"[\s']", "", digits).replace(",", "."))
    else:
        value = float(re.sub(r"\D", "", digits))
    amount = round(value * 1000) if thousands and value < 10_000 else round(value)
    return amount if 0 < amount <= _MAX_AMOUNT else None


def extract_salary(outline: Outline) -> Found[Salary] | None:
    """What the person asks for; sums inside jobs are nobody's expectation."""
    block = outline.rows(SectionName.POSITION)
    if outline.layout is Layout.HH:
        above = outline.rows(SectionName.HEADER, SectionName.PERSONAL)
        header = [row for row in above if is_salary_row(row.text)]
        return _in_position_block(block) or _in_position_block(header)
    return _labelled(outline) or _in_position_block(
        _parts_of([*block, *outline.rows(SectionName.HEADER)[:15]]),
    )


def _parts_of(rows: Sequence[Row]) -> list[Row]:
    """Facts that share a line (`Инженер · Томск · от 200 000 ₽`) as rows of their own."""
    return [
        row.cut(part)
        for row in rows
        if not _YEAR.fullmatch(row.text)
        for part in (
            _PART.split(without_contacts(row.text))
            if len(row.text) < _LONGEST_PARTED
            else [row.text]
        )
    ]


def _in_position_block(rows: Sequence[Row]) -> Found[Salary] | None:
    for index, row in enumerate(rows):
        text = row.text if is_salary_row(row.text) else cut_salary(row.text)[1]
        if not text or not re.search(r"\d", text):
            continue
        salary = read_salary(text)
        if salary is None and not _GROUPED_ROW.match(text):
            continue
        if salary is None or salary.currency is None:
            mark = _currency_below(rows[index + 1 : index + 1 + _MARK_REACH])
            if mark is None and not _GROUPED_ROW.match(text):
                continue
            salary = read_salary(_with_mark(text, mark) if mark else text)
        if salary is not None and (salary.currency is not None or _GROUPED_ROW.match(row.text)):
            if index + 1 < len(rows) and _NET.match(rows[index + 1].text):
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
            asked = _asked_in_sentence(row)
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
                return Found(salary, row, LABELLED)
    return None


def _asked_in_sentence(row: Row) -> Found[Salary] | None:
    """`Ищу работу ..., з/п от 35 тыс. руб.`: only with a currency or thousands."""
    match = _IN_SENTENCE.search(row.text)
    salary = read_salary(match["sum"] or match["plain"]) if match else None
    if salary is None:
        return None
    if salary.currency is None and _IN_THOUSANDS.search(salary.text):
        # Nobody counts another currency in `тыс.` and `к` without a word of it.
        salary = salary.model_copy(update={"currency": "RUB"})
    return Found(salary, row, BY_SHAPE) if salary.currency else None
