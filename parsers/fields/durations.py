"""Lengths of time in words: `3 года 10 месяцев`, `9 years 11 months`, `(2 г. 3 мес.)`."""

import re
from typing import Final

_YEARS: Final = r"(?P<years>\d{1,2}(?:[.,]\d)?)\+?\s?(?:год[а]?|лет|г\.|years?|yrs?\.?)(?!\w)"
_MONTHS: Final = r"(?P<months>\d{1,3})\s?(?:мес(?:яц(?:а|ев)?)?\.?|months?|mos?\.?)(?!\w)"
_DURATION: Final = re.compile(
    rf"(?:{_YEARS}(?:\s?(?:,|и|and)?\s?{_MONTHS.replace('months>', 'rest>')})?|{_MONTHS})",
    re.IGNORECASE,
)
_AT_START: Final = re.compile(rf"^[(\[]?\s?(?:{_DURATION.pattern})\s?[)\]]?", re.IGNORECASE)


def _months_of(match: re.Match[str]) -> int:
    if match["months"]:
        return int(match["months"])
    years = float(match["years"].replace(",", "."))
    return round(years * 12) + int(match["rest"] or 0)


def find_duration(text: str) -> int | None:
    """Months of the first duration in a text."""
    match = _DURATION.search(text)
    return _months_of(match) if match else None


def duration_at_start(text: str) -> tuple[int, int] | None:
    """(months, length of the words) where a text begins with a duration, brackets included."""
    match = _AT_START.match(text)
    return (_months_of(match), match.end()) if match else None
