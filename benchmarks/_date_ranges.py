"""Ranges of dates, by our own rules and by dateparser: `2019-04..2021-07`, `2019..now`."""

import re
from collections.abc import Callable

from parsers.fields.dates import NOW, find_ranges

_BORDER = re.compile(
    r"\s*[–—]\s*|\s+-\s*|(?<=\d)-(?=\d{4})|\s+(?:по|to|till)\s+|\s+End:\s*", re.IGNORECASE
)
_BEFORE = re.compile(r"^(?:с|по|в|from|start:)\s+", re.IGNORECASE)
_NOW = re.compile(NOW, re.IGNORECASE)


def by_own_rules(text: str) -> str | None:
    found = find_ranges(text)
    return f"{found[0].start}..{found[0].end or 'now'}" if found else None


def by_dateparser() -> Callable[[str], str | None]:
    """It reads one date at a time: the halves are parted and `now` is told for it."""
    from dateparser.date import DateDataParser

    settings = {"PREFER_DAY_OF_MONTH": "first", "DATE_ORDER": "DMY"}
    reader = DateDataParser(languages=["ru", "en"], settings=settings)

    def point(text: str) -> str | None:
        read = reader.get_date_data(_BEFORE.sub("", text.strip(" ().")))
        if read is None or read.date_obj is None:
            return None
        return read.date_obj.strftime("%Y" if read.period == "year" else "%Y-%m")

    def answer(text: str) -> str | None:
        halves = _BORDER.split(text.strip("() "), maxsplit=1)
        if len(halves) < 2:
            return None
        start = point(halves[0])
        end = "now" if _NOW.search(halves[1]) else point(halves[1])
        return f"{start}..{end}" if start and end else None

    return answer
