"""The same resume gets the same numbers: in any company, in any process, in any form."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.resume import Resume
from domain.score import DETAILS, Assessment
from inference.assessor import Assessor, load_assessor
from inference.prompts import PromptRow, row_from_resume
from parsers.pipeline import read_resume
from tests.unit.inference.rows import resumes, rows
from tests.unit.inference.three_forms import PEOPLE, Person, draw_pdf, fill_form, write_docx

EQUAL = 1e-4
POINTS = 2
ROOT = Path(__file__).parents[3]

scorable = (rows | resumes.map(row_from_resume)).filter(lambda row: bool(row.present_fields()))


def numbers(value: Any) -> list[float]:
    """Every number of an answer, in a fixed order; scores and percentiles as shares."""
    if isinstance(value, Assessment):
        score = value.score
        why = numbers(value.explanation.model_dump(mode="json"))
        return [score.score / 100, score.probability, score.percentile / 100, *why]
    if isinstance(value, dict):
        return [number for key in sorted(value) for number in numbers(value[key])]
    if isinstance(value, list):
        return [number for one in value for number in numbers(one)]
    return [value] if isinstance(value, int | float) else []


@settings(max_examples=8, deadline=None)
@given(batch=st.lists(scorable, min_size=2, max_size=4))
def test_alone_and_in_any_batch_in_every_detail(assessor: Assessor, batch: list[PromptRow]) -> None:
    together = assessor.assess(batch, detail=DETAILS)
    for row, assessment in zip(batch, together, strict=True):
        (alone,) = assessor.assess([row], detail=DETAILS)
        assert numbers(assessment) == pytest.approx(numbers(alone), abs=EQUAL)


def test_in_another_process_with_other_threads(
    assessor: Assessor, bundle: Path, tmp_path: Path
) -> None:
    file = tmp_path / "resumes.jsonl"
    people = [fill_form(person) for person in PEOPLE]
    file.write_text("\n".join(person.model_dump_json() for person in people), encoding="utf-8")
    command = [sys.executable, "-m", "inference", "score", "--json", "--explain", ",".join(DETAILS)]
    answer = subprocess.run(
        [*command, "--bundle", str(bundle), str(file)],
        cwd=ROOT,
        env=os.environ | {"OMP_NUM_THREADS": "2", "PYTHONHASHSEED": "7"},
        check=True,
        capture_output=True,
        text=True,
    )
    for person, line in zip(people, map(json.loads, answer.stdout.splitlines()), strict=True):
        (here,) = assessor.assess([row_from_resume(person)], detail=DETAILS)
        assert line["score"] == pytest.approx(here.score.score, abs=100 * EQUAL)
        assert line["probability"] == pytest.approx(here.score.probability, abs=EQUAL)
        why = here.explanation.model_dump(mode="json", exclude={"hidden"})
        assert numbers({name: line[name] for name in why}) == pytest.approx(numbers(why), abs=EQUAL)


def _from_pdf(person: Person, folder: Path) -> Resume:
    file = folder / "resume.pdf"
    draw_pdf(person, file)
    return read_resume(file.read_bytes(), file.name).resume


def _from_docx(person: Person, folder: Path) -> Resume:
    file = folder / "resume.docx"
    write_docx(person, file)
    return read_resume(file.read_bytes(), file.name).resume


@pytest.fixture(scope="module")
def compact() -> Assessor:
    return load_assessor("compact", device="cpu")


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.position)
@pytest.mark.parametrize("read", [_from_pdf, _from_docx], ids=["pdf", "docx"])
def test_a_file_and_the_form_give_the_same_score(
    compact: Assessor, person: Person, read: Callable[[Person, Path], Resume], tmp_path: Path
) -> None:
    file, form = compact.assess(
        [row_from_resume(read(person, tmp_path)), row_from_resume(fill_form(person))]
    )
    assert file.score.score == pytest.approx(form.score.score, abs=POINTS)
    assert file.explanation.contributions.keys() == form.explanation.contributions.keys()
