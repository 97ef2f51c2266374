"""Who is who: the original set has one row for each client that a person was shown to, no name.

Two rows are of one candidate where they tell the same career, or share one long job word for word
with its start (a later version of a resume extends the last job and adds another), directly or over
a third row. A row without a career goes by its skills, age and city, or without skills by its
position, salary, age and city: that may join strangers, which costs rows but never leaks.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from inference.prompts import MISSING
from inference.prompts.experience import split_entries

_LEAST_JOB_CHARACTERS: Final = 40
_DATED: Final = re.compile(r"(\d{4}-\d\d-\d\d) ?- ?(?:\d{4}-\d\d-\d\d)? ?:\s*")


def name_candidates(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """A name for each row's candidate; the same whatever the order of the rows."""
    keys = [_keys_of(row) for row in rows]
    parents: dict[str, str] = {}
    for own in keys:
        roots = [_root(parents, key) for key in own]
        for root in roots:
            parents[root] = min(roots)
    return [_root(parents, own[0]) for own in keys]


def _root(parents: dict[str, str], key: str) -> str:
    root = key
    while parents.setdefault(root, root) != root:
        root = parents[root]
    while parents[key] != root:
        parents[key], key = root, parents[key]
    return root


def _keys_of(row: Mapping[str, Any]) -> list[str]:
    career = str(row["work_experience"])
    if career == MISSING:
        told: tuple[str, ...] = ("key_skills", "age", "city")
        if row["key_skills"] == MISSING:
            told = ("position", "salary", "age", "city")
        return [_digest("|".join(str(row[name]) for name in told))]
    jobs = (_undated_end(entry) for entry in split_entries(career))
    return [_digest(career), *(_digest(job) for job in jobs if job)]


def _undated_end(entry: str) -> str | None:
    """Start and words of a job long enough that two people can't share it by chance."""
    dates = _DATED.match(entry)
    if dates is None or len(entry) - dates.end() < _LEAST_JOB_CHARACTERS:
        return None
    return f"{dates[1]} {entry[dates.end() :]}"


def _digest(text: str) -> str:
    normal = " ".join(re.findall(r"\w+", text.lower()))
    return hashlib.sha256(normal.encode("utf-8", "replace")).hexdigest()[:16]
