"""What is on the disk when all is over."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Accounts:
    """`missing` and `doubled` are resumes without, or with more than one, row in the history."""

    missing: int
    doubled: int
    unfinished_tasks: int
    unfinished_updates: int


def accounts_of(database: Path, scored_markers: Collection[str]) -> Accounts:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        resumes = [row[0] for row in connection.execute("SELECT resume FROM analyses")]
        unfinished = [
            connection.execute(
                f"SELECT count(*) FROM {table} WHERE state IN ('accepted', 'started')"
            ).fetchone()[0]
            for table in ("tasks", "updates")
        ]
    finally:
        connection.close()
    rows = {marker: sum(marker in resume for resume in resumes) for marker in scored_markers}
    return Accounts(
        missing=sum(count == 0 for count in rows.values()),
        doubled=sum(count > 1 for count in rows.values()),
        unfinished_tasks=unfinished[0],
        unfinished_updates=unfinished[1],
    )
