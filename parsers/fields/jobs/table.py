"""Jobs in a table whose header names its columns: period, employer, title, duties."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from domain.resume import Job
from parsers.fields.dates import find_end, find_points
from parsers.fields.jobs.employer import company_of
from parsers.fields.jobs.head import read_head
from parsers.fields.jobs.headers import dates_column, is_header, named_columns
from parsers.fields.jobs.spans import find_spans
from parsers.fields.jobs.text import description_of, tidy_name
from parsers.layouts.row import Row

_HALVES = 2

_Cell = list[Row]
_Cells = dict[int, _Cell]


def read_table_jobs(rows: Sequence[Row]) -> list[Job]:
    """Jobs of the tables with named columns among the rows, in order; none without such."""
    jobs: list[Job] = []
    tables = groupby((row for row in rows if row.line.cell), key=lambda row: _place(row)[0])
    for _, table in tables:
        lines = [_cells(line) for _, line in groupby(table, key=lambda row: _place(row)[1])]
        columns = named_columns(_header(lines).items())
        if dates_column(columns) is not None:
            jobs += [job for line in lines[1:] if (job := _job_of(line, columns))]
    return jobs


def _header(lines: Sequence[_Cells]) -> dict[int, str]:
    """The header by columns; `Месяц и год` may stand over `поступления` and `ухода`."""
    header = {number: _joined(cell) for number, cell in lines[0].items()}
    halves = {number: _joined(cell) for number, cell in lines[1].items()} if lines[1:] else {}
    if len(halves) < _HALVES or not all(map(is_header, halves.values())):
        return header
    # Some formats count a cell over two columns as one.
    shift = max(0, max(max(line, default=0) for line in lines[1:]) - max(header))
    spread = {number + shift * (number > min(halves)): text for number, text in header.items()}
    return dict(sorted((spread | halves).items()))


def _place(row: Row) -> tuple[int, int, int]:
    return row.line.cell or (-1, -1, -1)


def _cells(line: Iterable[Row]) -> _Cells:
    cells: _Cells = {}
    for row in line:
        cells.setdefault(_place(row)[2], []).append(row)
    return cells


def _job_of(cells: _Cells, columns: dict[str, int]) -> Job | None:
    job = _dated(cells, columns)
    if job is None:
        return None
    company = _text_of(cells, columns.get("company"))
    position = _text_of(cells, columns.get("position"))
    described = cells.get(columns["description"], []) if "description" in columns else []
    if company is not None and columns.get("company") == columns.get("position", -1):
        names = list(columns)
        head = read_head(
            [row.text for row in cells[columns["company"]][:2]],
            company_first=names.index("company") < names.index("position"),
        )
        company, position = head.company, head.position
        described = described or cells[columns["company"]][2:]
    return job.model_copy(
        update={
            "company": company_of(company) if company else None,
            "position": tidy_name(position),
            "description": description_of(described),
        }
    )


def _dated(cells: _Cells, columns: dict[str, int]) -> Job | None:
    """A job with the dates of its line."""
    if "period" not in columns:
        return _dated_by_two(cells, columns)
    period = cells.get(columns["period"], [])
    spans = find_spans(period)
    if len(spans) < 2 and len(period) > 1:
        # A narrow column breaks its dates anywhere.
        spans = find_spans([period[0].cut(_joined(period))]) or spans
    return spans[0].job(None, None, None) if spans else None


def _dated_by_two(cells: _Cells, columns: dict[str, int]) -> Job | None:
    starts = find_points(_text_of(cells, columns["start"]) or "")
    if not starts:
        return None
    text = _text_of(cells, columns.get("end"))
    end, is_current, _ = (find_end(text) if text else None) or (None, not text, 0)
    return Job(start=starts[0][0], end=end, current=is_current)


def _text_of(cells: _Cells, column: int | None) -> str | None:
    if column is None or column not in cells:
        return None
    return _joined(cells[column])


def _joined(rows: Sequence[Row]) -> str:
    return re.sub(r"(?<=\w)- ", "-", " ".join(row.text for row in rows))
