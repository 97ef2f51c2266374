"""Jobs of hh.ru's layouts: dates, company, place and industries, title, description."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from domain.resume import Job
from parsers.fields.gazetteer import is_city, is_country
from parsers.fields.industries import completes_industry, is_industry
from parsers.fields.jobs.spans import Span, find_spans
from parsers.fields.jobs.text import description_of, tidy_name
from parsers.fields.months import MONTH
from parsers.fields.words import role_strength
from parsers.layouts.row import Row

_SITE: Final = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)
_PLACE_AND_SITE: Final = re.compile(
    rf"(?P<place>[^,]+(?:\([^)]*\))?),\s*(?P<site>{_SITE.pattern})", re.IGNORECASE
)
_OLD_COMPANY: Final = re.compile(
    r"^(?P<company>.+?)\s+\((?P<place>[А-ЯЁA-Z][^()]*)\)\s*[—–-]\s*(?P<industry>.+)$"
)
_DATES: Final = re.compile(
    rf"^\W{{0,2}}{MONTH}\s+(?:19|20)\d\d(?:\s*г\.?)?\s*(?:[-–—]|$)", re.IGNORECASE
)
"""hh.ru writes a full month and a year, first on their line; other ranges stand in texts."""
_CELL_SLACK: Final = 12.0
_TITLE_SIZE: Final = 12.0
_HEAD_REACH: Final = 14


def read_hh_jobs(rows: Sequence[Row]) -> list[Job]:
    """Jobs in the document's order."""
    spans = find_spans(rows, _date_cells(rows))
    if any(span.has_length for span in spans):
        # hh.ru counts every job's months; a range that a person typed has none.
        spans = [
            span for span in spans if span.has_length or span.is_alone or span.last > span.first
        ]
    if not spans:
        return []
    if spans[0].first > 0 and not spans[0].beside:
        return _company_first(rows, spans)
    jobs = []
    for span, following in zip(spans, [*spans[1:], None], strict=True):
        until = following.first if following else len(rows)
        jobs.append(_job_of(span, [*span.beside, *rows[span.last + 1 : until]]))
    return jobs


def _date_cells(rows: Sequence[Row]) -> Callable[[Row], bool]:
    """Which rows may be a date cell: those in the place of the first one."""
    first = next((row for row in rows if _is_dated(row)), None)
    if first is None:
        return lambda row: not row.is_bullet
    return lambda row: _is_dated(row) and _shares_column(first, row)


def _is_dated(row: Row) -> bool:
    return not row.is_bullet and bool(_DATES.match(row.text))


def _shares_column(first: Row, row: Row) -> bool:
    if first.line.cell is not None and row.line.cell is not None:
        return first.line.cell[2] == row.line.cell[2]
    if first.line.x0 is None or row.line.x0 is None:
        return True
    return abs(first.line.x0 - row.line.x0) < _CELL_SLACK


def _job_of(span: Span, content: Sequence[Row]) -> Job:
    company, position, description = read_content(content)
    return span.job(company, position, description)


def read_content(content: Sequence[Row]) -> tuple[str | None, str | None, str | None]:
    """(company, title, description) of a job's right column."""
    if not content:
        return None, None, None
    old = _OLD_COMPANY.match(content[0].text)
    if old is not None:
        position = content[1].text if len(content) > 1 else None
        return tidy_name(old["company"]), position, description_of(content[2:])
    sized = _by_looks(content)
    if sized is not None:
        return sized
    return _by_order(content)


def _by_looks(content: Sequence[Row]) -> tuple[str | None, str | None, str | None] | None:
    """Company is 12 pt bold, the title 12 pt regular, everything else is smaller."""
    large = [index for index, row in enumerate(content[:_HEAD_REACH]) if _is_large(row)]
    bold = [index for index in large if content[index].is_bold]
    plain = [index for index in large if not content[index].is_bold]
    if not plain or len(content) == len(large) or (bold and bold[0] > plain[0]):
        return None
    company = " ".join(content[index].text for index in _run(bold)) if bold else None
    title = _run(plain)
    position = " ".join(content[index].text for index in title)
    return tidy_name(company), position, description_of(content[title[-1] + 1 :])


def _is_large(row: Row) -> bool:
    return row.size is not None and abs(row.size - _TITLE_SIZE) < 0.8


def _run(indices: Sequence[int]) -> list[int]:
    """The first unbroken run: a name that wraps."""
    run = list(indices[:1])
    for index in indices[1:]:
        if index != run[-1] + 1:
            break
        run.append(index)
    return run


def _by_order(content: Sequence[Row]) -> tuple[str | None, str | None, str | None]:
    company, index = content[0].text, 1
    if index < len(content) - 1 and _wraps_name(content[0].text, content[1].text):
        company, index = f"{company} {content[1].text}", 2
    index = _skip_place_and_industries(content, index)
    if index >= len(content):
        # Nothing is left for a title: what looked like the company may be one.
        if len(content) == 1 and role_strength(company) == 2:
            return None, company, None
        return tidy_name(company), None, None
    position, used = content[index].text, 1
    if index + 1 < len(content) and _wraps_title(position, content[index + 1].text):
        position, used = f"{position} {content[index + 1].text}", 2
    return tidy_name(company), position.strip(" ,;"), description_of(content[index + used :])


def _wraps_name(first: str, second: str) -> bool:
    if first.count("«") > first.count("»") or first.count("(") > first.count(")"):
        return True
    if first.count('"') % 2 and second.count('"') % 2:
        return True
    return first.endswith((",", "-", "–", " и", " по", "&")) and not _is_place_row(second)


def _wraps_title(first: str, second: str) -> bool:
    if first.count("(") > first.count(")") and ")" in second:
        return True
    return (
        first.endswith((",", "/", " и", " по", " с", " в", " на", "-", "&", " of", " and"))
        and len(second) < 60
        and not second.endswith(".")
    )


def _skip_place_and_industries(content: Sequence[Row], index: int) -> int:
    """The index of the first row after location, site, industries and their sub-items."""
    if index < len(content) and _is_place_row(content[index].text):
        index += 1
    seen_industry = False
    while index < len(content):
        text = content[index].text
        following = content[index + 1].text if index + 1 < len(content) else ""
        if is_industry(text):
            seen_industry = True
        elif completes_industry(text, following):
            seen_industry = True
            index += 1
        elif not (seen_industry and (content[index].is_bullet or _continues_item(content, index))):
            break
        index += 1
    return index


def _continues_item(content: Sequence[Row], index: int) -> bool:
    """A sub-industry that wraps goes on in lower case, or after a comma, dash or bracket."""
    above, text = content[index - 1].text, content[index].text
    if not content[index - 1].is_bullet and not is_industry(above) and not text[:1].islower():
        return above.endswith((",", "(", "-"))
    return (
        text[:1].islower() or above.endswith((",", "(", "/")) or above.count("(") > above.count(")")
    )


def _is_place_row(text: str) -> bool:
    if _SITE.fullmatch(text):
        return True
    match = _PLACE_AND_SITE.fullmatch(text)
    if match is not None:
        return True
    name = text.split(",")[0].split("(")[0].strip()
    return (
        (is_city(name) and (name == text or len(text) < 60))
        or is_country(text)
        or bool(
            re.fullmatch(
                r"[А-ЯЁ][а-яё-]+(?:ая|ский|кий)? (?:область|край|республика|район)|Республика "
                r"[А-ЯЁ]\w+",
                text,
            )
        )
    )


def _company_first(rows: Sequence[Row], spans: Sequence[Span]) -> list[Job]:
    """The web print: company and industries stand above the dates."""
    jobs = []
    heads = [_head_start(rows, spans, number) for number in range(len(spans))]
    for number, span in enumerate(spans):
        until = heads[number + 1] if number + 1 < len(spans) else len(rows)
        head = rows[heads[number] : span.first]
        body = _skip_leading_place(rows[span.last + 1 : until])
        company = head[0].text if head else None
        position = body[0].text if body else None
        jobs.append(span.job(tidy_name(company), position, description_of(body[1:])))
    return jobs


def _skip_leading_place(body: Sequence[Row]) -> Sequence[Row]:
    return body[_skip_place_and_industries(body, 0) :]


def _head_start(rows: Sequence[Row], spans: Sequence[Span], number: int) -> int:
    """Where the company above a range begins: past place and industries, at a gap."""
    first = spans[number].first
    floor = spans[number - 1].last + 2 if number else 0
    index = first - 1
    while index > floor and not (
        rows[index].after_gap and not _belongs_to_company_block(rows[index])
    ):
        if _is_plain_name_line(rows, index):
            break
        index -= 1
    return max(index, floor)


def _belongs_to_company_block(row: Row) -> bool:
    return row.is_bullet or is_industry(row.text) or _is_place_row(row.text)


def _is_plain_name_line(rows: Sequence[Row], index: int) -> bool:
    return not _belongs_to_company_block(rows[index]) and not rows[index].text[:1].islower()
