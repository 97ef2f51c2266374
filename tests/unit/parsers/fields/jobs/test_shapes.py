"""Shapes of experience sections, one block of shapes.txt each: the text, then its jobs.

A job is `-> start..end | title | company`; `now` is an open end.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.parsers.sections.documents import read_text

SHAPES = Path(__file__).with_name("shapes.txt")
PEOPLE = {"ru": "Иванова Анна\n+7 900 000-00-00", "en": "Ann Doe\nann@doe.example"}
Job = tuple[str | None, str | None, bool, str | None, str | None]


def blocks() -> Iterator[tuple[str, str, list[Job]]]:
    for block in SHAPES.read_text(encoding="utf-8").split("\n== "):
        name, _, rest = block.removeprefix("== ").partition("\n")
        lines = rest.splitlines()
        text = "\n".join(line for line in lines if not line.startswith("->"))
        yield name, text, [expected(line) for line in lines if line.startswith("->")]


def expected(line: str) -> Job:
    dates, title, company = (part.strip() for part in line.removeprefix("->").split("|"))
    start, _, end = dates.partition("..")
    return start, None if end == "now" else end, end == "now", title or None, company or None


BLOCKS = list(blocks())


@pytest.mark.parametrize(("name", "text", "jobs"), BLOCKS, ids=[name for name, _, _ in BLOCKS])
def test_a_shape_is_read(name: str, text: str, jobs: list[Job]) -> None:
    person = PEOPLE["ru" if any("а" <= letter <= "я" for letter in text) else "en"]
    read = read_text(f"{person}\n{text}").work_experience
    assert sorted(
        ((job.start, job.end, job.current, job.position, job.company) for job in read), key=str
    ) == sorted(jobs, key=str), name
