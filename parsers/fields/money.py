"""Sums of money in a text: amounts, currency, thousands."""

import re
from typing import Final

from domain.resume import Currency, Salary

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
CURRENCY: Final = "(?:" + "|".join(pattern for pattern, _ in reversed(_CURRENCIES)) + ")"
_AMOUNT: Final = r"(?<!\d)(?:\d{1,3}(?:[\s.,']\d{3})+(?!\d)|\d{2,8}(?!\d)(?:[.,]\d{1,2}(?!\d))?)"
_THOUSANDS: Final = r"(?:\s?(?:тыс\.|(?:тыс(?:яч[а-я]*)?|т\.\s?р\.?|к|k|тр)(?![a-zа-яё])))"
_MONEY: Final = re.compile(
    rf"(?P<lead>\$|€|(?<!\w)(?:USD|EUR|RUB|KZT|BYN|UZS)(?=\s?\d))?\s?(?P<first>{_AMOUNT})(?P<k1>{_THOUSANDS})?\s?(?P<c1>{CURRENCY})?"
    rf"(?:\s?(?:[-–—]|до|to)\s?(?:\$|€)?(?P<second>{_AMOUNT})(?P<k2>{_THOUSANDS})?)?"
    rf"\s?(?P<currency>{CURRENCY})?(?P<tail>\s*\.?\s*,?\s*\(?(?:на руки|до вычета налогов|"
    rf"gross|net|в месяц|per month|в мес\.?|чистыми|после вычета налогов|per annum|a year)\)?)?",
    re.IGNORECASE,
)
_FROM: Final = re.compile(r"(?:^|\s)(?:от|не менее|минимум|from|min)\s*$", re.IGNORECASE)
_UP_TO: Final = re.compile(r"(?:^|\s)(?:до|не более|up to)\s*$", re.IGNORECASE)
_TAIL: Final = re.compile(
    rf"\s+(?P<salary>(?:от\s+)?(?:\d{{1,3}}(?:\s\d{{3}})+|"
    rf"\d{{4,8}})(?:\s?{CURRENCY})?(?:\s+на руки|\s+до вычета налогов)?)\s*$",
    re.IGNORECASE,
)
GROUPED_ROW: Final = re.compile(
    r"^(?:от\s+)?\d{1,3}(?:\s\d{3})+(?:\s+(?:на руки|до вычета налогов))?$|^\d{4,8}$",
    re.IGNORECASE,
)
NET: Final = re.compile(r"^(?:на руки|до вычета налогов|gross|net)$", re.IGNORECASE)
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
    if GROUPED_ROW.match(text) or NET.match(text):
        return True
    if re.fullmatch(CURRENCY, text, re.IGNORECASE):
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
        thousands = match["k1"] or match["k2"] or ""
        return "RUB" if "р" in thousands.lower() else None
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
