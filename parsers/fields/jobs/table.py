"""Jobs in a table whose first row names its columns: period, employer, title, duties."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from domain.resume import Job
from parsers.fields.jobs.head import read_head
from parsers.fields.jobs.spans import find_spans
from parsers.fields.jobs.text import description_of, tidy_name
from parsers.layouts.row import Row

_COLUMNS: Final[dict[str, re.Pattern[str]]] = {
    "period": re.compile(r"период|дат[аы]|срок|годы?|время|period|dates?|years?", re.I),
    "company": re.compile(
        r"организаци|компани|место работы|предприяти|работодател|наименование|учреждени|"
        r"company|employer|organi[sz]ation",
        re.I,
    ),
    "position": re.compile(r"должност|позици|position|title|role", re.I),
    "description": re.compile(
        r"обязанност|функци|задачи|достижени|описание|duties|responsib", re.I
    ),
}
_Cell = list[Row]


def read_table_jobs(rows: Sequence[Row]) -> list[Job]:
    """Jobs of the tables with named columns among the rows, in order; none without such."""
    jobs: list[Job] = []
    tables = groupby((row for row in rows if row.line.cell), key=lambda row: _cell(row)[0])
    for _, table in tables:
        lines = [list(line) for _, line in groupby(table, key=lambda row: _cell(row)[1])]
        columns = _named_columns(lines[0])
        if "period" in columns and len(columns) > 1:
            jobs += [job for line in lines[1:] if (job := _job_of(line, columns))]
    return jobs


def _cell(row: Row) -> tuple[int, int, int]:
    return row.line.cell or (-1, -1, -1)


def _named_columns(header: Sequence[Row]) -> dict[str, int]:
    """Column numbers by what they hold; `Место работы, должность` holds two."""
    columns: dict[str, int] = {}
    for row in header:
        for name, pattern in _COLUMNS.items():
            if len(row.text) < 60 and pattern.search(row.text):
                columns.setdefault(name, _cell(row)[2])
    return columns


def _job_of(line: Sequence[Row], columns: dict[str, int]) -> Job | None:
    cells: dict[int, _Cell] = {}
    for row in line:
        cells.setdefault(_cell(row)[2], []).append(row)
    period = cells.get(columns["period"], [])
    spans = find_spans(period)
    if len(spans) < 2 and len(period) > 1:
        # A narrow column breaks its dates anywhere.
        spans = find_spans([period[0].cut(_joined(period))]) or spans
    if not spans:
        return None
    company = _text_of(cells, columns.get("company"))
    position = _text_of(cells, columns.get("position"))
    described = cells.get(columns["description"], []) if "description" in columns else []
    if company is not None and columns.get("company") == columns.get("position", -1):
        head = read_head([row.text for row in cells[columns["company"]][:2]], company_first=True)
        company, position = head.company, head.position
        described = described or cells[columns["company"]][2:]
    return spans[0].job(tidy_name(company), tidy_name(position), description_of(described))


def _text_of(cells: dict[int, _Cell], column: int | None) -> str | None:
    if column is None or column not in cells:
        return None
    return _joined(cells[column])


def _joined(rows: Sequence[Row]) -> str:
    return re.sub(r"(?<=\w)- ", "-", " ".join(row.text for row in rows))
