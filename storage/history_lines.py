"""The columns that a list of analyses needs, and the filters that the database can apply.

What stands in a resume is read in Python, row by row: to the database a resume is opaque.
"""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement

from domain.history import HistoryFilter, HistoryLine
from storage.ids import as_id
from storage.tables import analyses

LINE_COLUMNS: Final = (
    analyses.c.id,
    analyses.c.user_id,
    analyses.c.created_at,
    analyses.c.score,
    analyses.c.resume,
    analyses.c.file_name,
    analyses.c.vacancy_id,
)


def passing(wanted: HistoryFilter) -> list[ColumnElement[bool]]:
    """The conditions of this filter; none where it lets everything through."""
    conditions = []
    if wanted.since is not None:
        conditions.append(analyses.c.created_at >= wanted.since)
    if wanted.score_from is not None:
        conditions.append(analyses.c.score >= wanted.score_from)
    if wanted.score_below is not None:
        conditions.append(analyses.c.score < wanted.score_below)
    if wanted.vacancy_id is not None:
        conditions.append(analyses.c.vacancy_id == as_id(wanted.vacancy_id))
    return conditions


def line_from_row(row: Mapping[str, Any]) -> HistoryLine:
    """Looks at no more of the resume than the line shows; thousands are read in a search."""
    resume = row["resume"]
    jobs = resume.get("work_experience") or ()
    companies = (resume.get("client_name"), *(job.get("company") for job in jobs))
    return HistoryLine.model_construct(
        **{name: row[name] for name in ("id", "created_at", "score", "file_name", "vacancy_id")},
        position=_text(resume, "position"),
        city=_text(resume, "city"),
        companies=tuple(name for name in companies if isinstance(name, str)),
    )


def _text(resume: Mapping[str, Any], field: str) -> str | None:
    value = resume.get(field)
    return value if isinstance(value, str) else None
