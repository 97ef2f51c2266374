"""The original set -> rows: labels, missing values, repeated jobs, one name a candidate."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from inference.prompts import MISSING
from inference.prompts.experience import entry_spans
from training.rows.candidates import name_candidates
from training.simulation.row import CONFIRMED, NOT_CONFIRMED

COLUMNS: Final = (
    "position",
    "age",
    "country",
    "city",
    "key_skills",
    "client_name",
    "salary",
    "work_experience",
)
LABEL: Final = "grade_proof"
_JUDGED: Final = tuple(name for name in COLUMNS if name not in ("country", "client_name"))
_NOTHING: Final = frozenset({"", "nan", "none", "null", "-", MISSING})
_LABELS: Final = {
    "подтвержден": CONFIRMED,
    "не подтвержден": NOT_CONFIRMED,
}


WHY_NO_LABEL: Final = "no label"
WHY_BLANK: Final = "no judged field"
WHY_DUPLICATE: Final = "repeats another row"


@dataclass(slots=True)
class CleaningReport:
    """What was read, what was dropped and why.

    `dropped` has the number of each dropped row, counted from 1 over all files. `contradictions`
    counts kept rows that differ from another one in nothing but the label.
    """

    rows_read: int = 0
    rows_kept: int = 0
    dropped: dict[str, list[int]] = field(
        default_factory=lambda: {WHY_NO_LABEL: [], WHY_BLANK: [], WHY_DUPLICATE: []}
    )
    contradictions: int = 0
    rows_with_repeated_jobs: int = 0
    repeated_jobs_removed: int = 0
    repeated_characters_removed: int = 0
    confirmed: int = 0
    clients: int = 0
    candidates: int = 0
    candidates_with_several_rows: int = 0
    missing: Counter[str] = field(default_factory=Counter)

    def as_json(self) -> dict[str, Any]:
        counts = {f"dropped: {why}": len(rows) for why, rows in self.dropped.items()}
        missing = {name: self.missing[name] for name in COLUMNS}
        told = asdict(self) | {"missing": missing}
        # The counts first, the long lists of row numbers last.
        return (
            counts | {k: v for k, v in told.items() if k != "dropped"} | {"dropped": self.dropped}
        )


def clean_rows(raw: Iterable[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], CleaningReport]:
    """Rows of texts with `grade_proof` and `candidate`, in the order read, and the report.

    Cleaning what is clean changes nothing. Whose row it is: see training.rows.candidates.
    """
    report = CleaningReport()
    kept: dict[tuple[str, ...], dict[str, Any]] = {}
    for source in raw:
        report.rows_read += 1
        label = read_label(source.get(LABEL))
        row: dict[str, Any] = {name: _text(source.get(name)) for name in COLUMNS}
        _leave_jobs_once(row, report)
        if label is None:
            report.dropped[WHY_NO_LABEL].append(report.rows_read)
        elif all(row[name] == MISSING for name in _JUDGED):
            report.dropped[WHY_BLANK].append(report.rows_read)
        elif (identity := (*row.values(), label)) in kept:
            report.dropped[WHY_DUPLICATE].append(report.rows_read)
        else:
            kept[identity] = row | {LABEL: label}
    rows = list(kept.values())
    for row, candidate in zip(rows, name_candidates(rows), strict=True):
        row["candidate"] = candidate
    _count(report, rows)
    report.contradictions = len(rows) - len({identity[:-1] for identity in kept})
    return rows, report


def _count(report: CleaningReport, rows: list[dict[str, Any]]) -> None:
    rows_of = Counter(row["candidate"] for row in rows)
    report.rows_kept = len(rows)
    report.confirmed = sum(row[LABEL] == CONFIRMED for row in rows)
    report.clients = len({row["client_name"] for row in rows} - {MISSING})
    report.candidates = len(rows_of)
    report.candidates_with_several_rows = sum(count > 1 for count in rows_of.values())
    for row in rows:
        report.missing.update(name for name in COLUMNS if row[name] == MISSING)


def read_label(value: Any) -> str | None:
    """`подтверждён` or `не подтверждён`, however written; None for anything else."""
    words = " ".join(str(value).lower().replace("ё", "е").split())
    return _LABELS.get(words)


def _text(value: Any) -> str:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return MISSING
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip()
    return MISSING if text.lower() in _NOTHING else text


def _leave_jobs_once(row: dict[str, Any], report: CleaningReport) -> None:
    """The first of each repeated job stays; a text in which nothing repeats stays as it is."""
    text = row["work_experience"]
    jobs = [text[begin:end].strip() for begin, end in entry_spans(text)]
    first_of: dict[str, str] = {}
    for job in jobs:
        first_of.setdefault(" ".join(job.split()), job)
    if len(first_of) == len(jobs):
        return
    once = "\n".join(first_of.values())
    row["work_experience"] = once
    report.rows_with_repeated_jobs += 1
    report.repeated_jobs_removed += len(jobs) - len(first_of)
    report.repeated_characters_removed += len(text) - len(once)
