"""Made-up people, one file a layout or a habit of writing (docs/adding_a_layout.md)."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.unit.parsers.sections.documents import read_text

PEOPLE = sorted((Path(__file__).parent / "people").glob("*.txt"))


@pytest.mark.parametrize("path", PEOPLE, ids=lambda path: path.stem)
def test_a_person_is_read_as_expected(path: Path) -> None:
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    resume = read_text(path.read_text(encoding="utf-8"), date(2026, 11, 23))
    read = {
        "layout": resume.layout,
        "language": resume.language,
        "age": resume.age,
        "city": resume.city,
        "position": resume.position,
        "key_skills": list(resume.key_skills),
        "salary": resume.salary and resume.salary.amount_from,
        "jobs": [[job.start, job.end, job.position, job.company] for job in resume.work_experience],
    }
    assert read == expected
