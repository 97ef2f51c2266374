"""The original set -> rows: labels, missing values, repeated jobs, one name a candidate."""

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from inference.prompts import MISSING
from inference.prompts.experience import split_entries
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


@dataclass(slots=True)
class CleaningReport:
    """What was read, what was dropped and why."""

    rows_read: int = 0
    rows_kept: int = 0
    dropped_without_label: int = 0
    dropped_blank: int = 0
    dropped_duplicates: int = 0
    rows_with_repeated_jobs: int = 0
    repeated_characters_removed: int = 0
    confirmed: int = 0
    candidates: int = 0
    missing: Counter[str] = field(default_factory=Counter)

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"missing": {name: self.missing[name] for name in COLUMNS}}


def clean_rows(raw: Iterable[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], CleaningReport]:
    """Rows of texts with `grade_proof` and `candidate`, in the order read, and the report.

    Cleaning what is clean changes nothing. A candidate is who tells the same career: the same
    person stands in the set once for every client.
    """
    report = CleaningReport()
    kept: dict[tuple[str, ...], dict[str, Any]] = {}
    for source in raw:
        report.rows_read += 1
        label = read_label(source.get(LABEL))
        row: dict[str, Any] = {name: _text(source.get(name)) for name in COLUMNS}
        _leave_jobs_once(row, report)
        if label is None:
            report.dropped_without_label += 1
        elif all(row[name] == MISSING for name in _JUDGED):
            report.dropped_blank += 1
        elif (identity := (*row.values(), label)) in kept:
            report.dropped_duplicates += 1
        else:
            kept[identity] = row | {LABEL: label, "candidate": candidate_of(row)}
    rows = list(kept.values())
    report.rows_kept = len(rows)
    report.confirmed = sum(row[LABEL] == CONFIRMED for row in rows)
    report.candidates = len({row["candidate"] for row in rows})
    for row in rows:
        report.missing.update(name for name in COLUMNS if row[name] == MISSING)
    return rows, report


def read_label(value: Any) -> str | None:
    """`подтверждён` or `не подтверждён`, however written; None for anything else."""
    words = " ".join(str(value).lower().replace("ё", "е").split())
    return _LABELS.get(words)


def candidate_of(row: Mapping[str, Any]) -> str:
    """The same for rows of one person: by the career, or without one by skills, age and city."""
    career = row["work_experience"]
    told = [career] if career != MISSING else [row[n] for n in ("key_skills", "age", "city")]
    normal = re.sub(r"\W+", " ", "|".join(told).lower())
    return hashlib.sha256(normal.encode("utf-8", "replace")).hexdigest()[:16]


def _text(value: Any) -> str:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return MISSING
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip()
    return MISSING if text.lower() in _NOTHING else text


def _leave_jobs_once(row: dict[str, Any], report: CleaningReport) -> None:
    text = row["work_experience"]
    once = "\n".join(split_entries(text)) or MISSING
    if len(once) < len(text):
        row["work_experience"] = once
        report.rows_with_repeated_jobs += 1
        report.repeated_characters_removed += len(text) - len(once)
