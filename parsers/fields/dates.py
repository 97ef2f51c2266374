"""Points and ranges of time as resumes write them.

A point is `YYYY-MM` or `YYYY`. Shapes: `Декабрь 2023`, `Сент. 2015 г.`, `05/2022`, `09.2019`,
`01.07.2006`, `2022-03`, `2016`, `Jan '19`, `Summer 2018`, and on the right side of a range
also `настоящее время`, `н.в.`, `Present`, ...
"""

import re
from dataclasses import dataclass
from typing import Final

from parsers.fields.months import MONTH, month_number

_YEAR: Final = r"(?:19[4-9]\d|20[0-4]\d)"
_YEAR_MARK: Final = r"(?:\s?(?:год(?:[ауы]|ах|ов)?|гг?\b\.?)(?!\w))?"
_BEFORE: Final = r"(?<![\w./:,])"
_POINT: Final = (
    rf"(?:(?:(?:[0-3]?\d(?:st|nd|rd|th)?\s+)?{MONTH}[\s,./'’-]*(?:of\s+)?{_YEAR}(?!\d){_YEAR_MARK})"
    rf"|(?:{MONTH}(?:\s?['’-]\s?|(?<=\.))\d\d(?!\d))"
    rf"|(?:{_YEAR},?\s+{MONTH}(?!\s*[,.]?\s*['’\d]))"
    rf"|(?:q[1-4]\s?['’/]?\s?{_YEAR}(?!\d))"
    rf"|(?:[0-3]?\d[./-]\s?[0-3]?\d[./-]\s?{_YEAR}(?!\d){_YEAR_MARK})"
    rf"|(?:{_YEAR}[./-](?:0[1-9]|1[0-2])(?:[./-][0-3]\d)?(?!\d))"
    rf"|(?:[01]?\d\s?[./-]\s?{_YEAR}(?!\d){_YEAR_MARK})"
    rf"|(?:(?:spring|summer|fall|autumn|winter|весна|лето|осень|зима),?\s+{_YEAR}(?!\d))"
    rf"|(?:{_YEAR}(?!\d)(?![./-](?:0[1-9]|1[0-2])(?!\d)){_YEAR_MARK}))"
)
NOW: Final = (
    r"(?:(?:(?:по|до|на|till|until|to|the)\s?|(?=\w))"
    r"(?:наст(?:оящ(?:ее|его|ий)?)?\.?\s?(?:врем(?:я|ени)|вр\.?|момента?)"
    r"|н\s?[./\\]\s?вр?(?:емя)?(?!\w)\.?|нв(?!\w)|сегодня(?:шн(?:ий|его)\s+д(?:ень|ня))?"
    r"|(?:текущ|данн)(?:ее|его|ий|ый|ого)\s+(?:время|времени|момента?|д(?:ень|ня))"
    r"|сейчас|сих\s+пор|сей\s+день|наш(?:е\s+время|и\s+дни)|работаю(?:\s+сейчас)?"
    r"|(?:the\s+)?present(?:\s+(?:day|time))?|now|current(?:ly)?|today|date"
    r"|ongoing|onwards?|continuing|serving\s+notice(?:\s+period)?)(?!\w)|\.\.\.|…)"
)
_SEPARATOR: Final = (
    r"(?:\s*(?:[-–—~]{1,3}|→)\s*(?:по\s+)?|\s+(?:и\s+)?(?:по|до|to|till|until|through|thru)\s+"
    r"|[\s,;|]+(?:end|finish|окончание|конец)(?:\s+date|\s+работы)?\s*:\s*)"
)
_PREFIX: Final = (
    r"(?:(?:с|со|от|from|since|c|between)\s+|(?:start|начало)(?:\s+date|\s+работы)?\s*:\s*)?"
)
_SHORT_YEAR: Final = r"(?:\d\d(?!\d|[./:]))"
MONTH_ALONE: Final = rf"(?:(?:[0-3]?\d\s+)?{MONTH})"

_RANGE: Final = re.compile(
    rf"{_BEFORE}{_PREFIX}(?:(?P<start>{_POINT})|(?P<start_month>{MONTH_ALONE}))"
    rf"{_SEPARATOR}(?:(?P<now>{NOW})|(?P<end>{_POINT})|(?P<end_short>{_SHORT_YEAR}))",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    rf"{_BEFORE}(?:between|между)\s+(?:(?P<start>{_POINT})|(?P<start_month>{MONTH_ALONE}))"
    rf"\s+(?:and|и)\s+(?:(?P<now>{NOW})|(?P<end>{_POINT})|(?P<end_short>(?!)))",
    re.IGNORECASE,
)
_SHORT_RANGE: Final = re.compile(
    rf"{_BEFORE}(?P<m1>[01]?\d(?=[./])|{MONTH}(?=\s))[./\s](?P<y1>\d\d)(?!\d){_SEPARATOR}"
    rf"(?:(?P<now>{NOW})|(?P<m2>[01]?\d(?=[./])|{MONTH}(?=\s))[./\s](?P<y2>\d\d)(?!\d))",
    re.IGNORECASE,
)
_OPEN_RANGE: Final = re.compile(
    rf"{_BEFORE}(?:(?:начиная\s+)?(?:с|со|since|from|c)\s+(?P<start>{_POINT})"
    rf"|(?P<onwards>{_POINT})\s+onwards?(?!\w))(?!\s*(?:[-–—]|по|до|to)\b)",
    re.IGNORECASE,
)
_HALF: Final = re.compile(
    rf"^\W{{0,2}}(?P<start>{_POINT})\s*(?:[-–—]{{1,2}}|→)(?=\s|$)", re.IGNORECASE
)
_POINT_RE: Final = re.compile(_POINT, re.IGNORECASE)
_POINT_START: Final = re.compile(
    rf"^(?:[-–—]\s*)?(?:(?P<now>{NOW})|(?P<end>{_POINT}))", re.IGNORECASE
)
_NUMERIC: Final = re.compile(r"\d+")
_QUARTER: Final = re.compile(r"^q[1-4]")


@dataclass(frozen=True, slots=True)
class DateRange:
    """`span` is where the words stand in their text. `end` is None where open or unknown."""

    start: str
    end: str | None
    is_current: bool
    span: tuple[int, int]

    def ordered(self) -> "DateRange":
        """An end before its start is a typo: the two are swapped."""
        if self.end is None or self.end[:7] >= self.start[: len(self.end)]:
            return self
        return DateRange(self.end, self.start, False, self.span)


def read_point(text: str) -> str | None:
    """`YYYY-MM` or `YYYY` of one date in any of the shapes."""
    text = _QUARTER.sub("", text.strip().lower())
    numbers = [int(number) for number in _NUMERIC.findall(text)]
    years = [number for number in numbers if 1940 <= number < 2050]
    word = re.search(MONTH, text)
    if word is not None:
        month = month_number(word[0])
        year = years[0] if years else _full_year(numbers[-1] if numbers else None)
        return _year_month(year, month)
    if not years:
        return None
    position = numbers.index(years[0])
    if position == 0:
        return _year_month(years[0], numbers[1] if len(numbers) > 1 else None)
    month = numbers[position - 1]
    if month > 12 and position > 1:  # 07/15/2006
        month = numbers[position - 2]
    return _year_month(years[0], month)


def _full_year(short: int | None) -> int | None:
    if short is None or short > 99:
        return None
    return 2000 + short if short < 50 else 1900 + short


def _year_month(year: int | None, month: int | None) -> str | None:
    if year is None:
        return None
    return f"{year}-{month:02d}" if month and 1 <= month <= 12 else str(year)


_UNDASHED: Final = re.compile(
    rf"^(?P<start>{_YEAR})\s+(?:(?P<now>{NOW})|(?P<end>{_YEAR}))(?=\s+(?:\|\s+)?[«\"A-ZА-ЯЁ])",
    re.IGNORECASE,
)
"""`2012 2018 Lecturer`: a dash that the font did not name."""


def find_ranges(text: str) -> list[DateRange]:
    """All ranges in one line of text, from left to right."""
    ranges: list[DateRange] = []
    if not _NUMERIC.search(text):
        return ranges
    for match in _RANGE.finditer(text):
        found = _range_of(match)
        if found is not None:
            ranges.append(found)
    if not ranges:
        ranges = [found for m in _BETWEEN.finditer(text) if (found := _range_of(m))]
    if not ranges and (undashed := _UNDASHED.match(text)):
        ranges = [
            DateRange(undashed["start"], undashed["end"], bool(undashed["now"]), undashed.span())
        ]
    if not ranges:
        ranges = [found for m in _SHORT_RANGE.finditer(text) if (found := _short_range_of(m))]
    return ranges


def _range_of(match: re.Match[str]) -> DateRange | None:
    end = read_point(match["end"]) if match["end"] else None
    if match["start_month"]:
        if end is None:
            return None
        start = _year_month(int(end[:4]), _month_in(match["start_month"]))
    else:
        start = read_point(match["start"])
    if start is None:
        return None
    if match["end_short"]:
        end = _short_end(start, match["start"], int(match["end_short"]))
        if end is None:
            return None
    return DateRange(start, end, bool(match["now"]), match.span()).ordered()


def _month_in(text: str) -> int | None:
    word = re.search(MONTH, text.lower())
    return month_number(word[0]) if word else None


def _short_end(start: str, start_text: str, short: int) -> str | None:
    """`2016-18` ends in 2018; a month's day or a clock time does not."""
    year = int(start[:2]) * 100 + short
    return str(year) if start_text.strip().isdigit() and int(start[:4]) < year <= 2049 else None


def _short_range_of(match: re.Match[str]) -> DateRange | None:
    start = _year_month(_full_year(int(match["y1"])), _short_month(match["m1"]))
    end = None
    if match["now"] is None:
        end = _year_month(_full_year(int(match["y2"])), _short_month(match["m2"]))
    if start is None or len(start) < 7 or (end is not None and len(end) < 7):
        return None
    return DateRange(start, end, match["now"] is not None, match.span()).ordered()


def _short_month(text: str) -> int | None:
    return int(text) if text.isdigit() else month_number(text)


def find_open_range(text: str) -> DateRange | None:
    """`с марта 2020`, `Since 2019`: a job that goes on."""
    match = _OPEN_RANGE.search(text) if _NUMERIC.search(text) else None
    start = read_point(match["start"] or match["onwards"]) if match else None
    return DateRange(start, None, True, match.span()) if match and start else None


def find_half_range(text: str) -> DateRange | None:
    """`Декабрь 2023 —` at the start of a line, whose end stands on another line."""
    match = _HALF.match(text) if _NUMERIC.search(text) else None
    start = read_point(match["start"]) if match else None
    return DateRange(start, None, False, match.span()) if match and start else None


def find_end(text: str) -> tuple[str | None, bool, int] | None:
    """(end, is_current, length) of a range's second half at the start of a line."""
    match = _POINT_START.match(text)
    if match is None:
        return None
    return (read_point(match["end"]) if match["end"] else None, bool(match["now"]), match.end())


def find_points(text: str) -> list[tuple[str, tuple[int, int]]]:
    """Every single date of a line with its span."""
    points = []
    for match in _POINT_RE.finditer(text):
        point = read_point(match[0])
        if point is not None and (match.start() == 0 or not text[match.start() - 1].isalnum()):
            points.append((point, match.span()))
    return points
