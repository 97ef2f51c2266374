"""The jobs and skills of a prompt, and the prompt without one of them."""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.fields import FieldName
from domain.resume import Job, Resume
from inference.prompts import TEMPLATES, LaidOutPrompt, PromptRow, PromptTokenizer, row_from_resume
from inference.prompts.template import ListField
from tests.unit.inference.bundle_factory import make_tokenizer
from tests.unit.inference.rows import resumes, rows

BACKEND = make_tokenizer()
TOKENIZER = PromptTokenizer(make_tokenizer())
LISTS: tuple[ListField, ...] = ("key_skills", "work_experience")
SHORT_FIELDS: tuple[FieldName, ...] = ("age", "city", "salary", "key_skills")
templates = st.sampled_from(sorted(TEMPLATES))
lengths = st.sampled_from([200, 400, 4000])


def lay_out(row: PromptRow, template: str = "budget-1", length: int = 4000) -> LaidOutPrompt:
    return TEMPLATES[template].lay_out(row, TOKENIZER, length)


def decode(ids: tuple[int, ...]) -> str:
    return str(BACKEND.decode(list(ids), skip_special_tokens=False))


def value(ids: tuple[int, ...], field: str) -> str:
    text = decode(ids).replace(f"{field}:", field)
    return text.split(f"{field}\n")[1].split("\n\n")[0].removesuffix("<end_of_turn>")


RESUME = Resume(
    key_skills=("SQL", " ", "C, C++", "sql", "Python 3"),
    work_experience=(
        Job(start="2020-02", current=True, position="Lead", description="x" * 400),
        Job(),
        Job(start="2016", end="2020", position="QA", description="y" * 400),
        Job(start="2016", end="2020", position="QA", description="y" * 400),
    ),
    total_experience_months=61,
)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_place_counts_in_the_resumes_own_list(template: str) -> None:
    prompt = lay_out(row_from_resume(RESUME), template)
    skills, jobs = prompt.items("key_skills"), prompt.items("work_experience")
    assert [item.places for item in skills] == [(0, 3), (2,), (4,)]
    assert [item.places for item in jobs] == [(0,), (2, 3)]


def test_without_one_skill_or_job_the_others_stay_as_they_stand() -> None:
    prompt = lay_out(row_from_resume(RESUME))
    assert value(prompt.without_items("key_skills", [0]), "key_skills") == "C, C++, Python 3"
    assert value(prompt.without_items("key_skills", [1]), "key_skills") == "SQL, Python 3"
    assert value(prompt.without_items("key_skills", [1, 2]), "key_skills") == "SQL"
    rest = value(prompt.without_items("work_experience", [0]), "work_experience")
    assert rest == "всего 61 мес.\n2016-01-01 - 2020-01-01: QA  " + "y" * 400
    rest = value(prompt.without_items("work_experience", [1]), "work_experience")
    assert rest == "всего 61 мес.\n2020-02-01 - : Lead  " + "x" * 400


def test_a_text_without_a_list_keeps_its_own_joints() -> None:
    row = PromptRow(key_skills="SQL; C\nPython")
    for template in TEMPLATES:
        prompt = lay_out(row, template)
        assert [item.places for item in prompt.items("key_skills")] == [(0,), (1,), (2,)]
        assert value(prompt.without_items("key_skills", [1]), "key_skills") == "SQL; Python"
    stale = replace(row, skills=("SQL", "C, Python"))
    assert lay_out(stale).items("key_skills") == lay_out(row).items("key_skills")


def test_fic_2024_leaves_out_only_what_it_showed_of_a_job() -> None:
    prompt = lay_out(row_from_resume(RESUME), "fic-2024")
    newest, oldest = prompt.items("work_experience")
    assert newest.seen == 1
    assert 0 < oldest.seen < 0.5
    rest = value(prompt.without_items("work_experience", [1]), "work_experience")
    assert rest == "2020-02-01 - : Lead  " + "x" * 400


@given(resumes)
def test_every_job_and_skill_is_in_one_item(resume: Resume) -> None:
    row = row_from_resume(resume)
    skills = [place for place, text in enumerate(row.skills) if text.strip(" ,;")]
    jobs = [place for place, text in enumerate(row.jobs) if text]
    for template in TEMPLATES:
        prompt = lay_out(row, template)
        assert _places(prompt, "key_skills") == skills
        assert _places(prompt, "work_experience") == jobs


def _places(prompt: LaidOutPrompt, field: ListField) -> list[int]:
    return sorted(chain.from_iterable(item.places for item in prompt.items(field)))


@given(rows | resumes.map(row_from_resume), templates, lengths, st.data())
def test_hiding_items_of_a_list(
    row: PromptRow, template: str, length: int, data: st.DataObject
) -> None:
    prompt = lay_out(row, template, length)
    whole = prompt.prompt.token_ids
    for field in LISTS:
        items = prompt.items(field)
        assert not items or row.is_present(field)
        if not items:
            continue
        assert all(0 <= item.seen <= 1 for item in items)
        everything = prompt.without_items(field, range(len(items)))
        seen = [number for number, item in enumerate(items) if item.seen]
        assert everything == (prompt.without([field]) if seen else whole)
        number = data.draw(st.integers(0, len(items) - 1))
        without = prompt.without_items(field, [number])
        assert len(without) <= length
        if items[number].seen == 0:
            assert without == whole


@given(rows, templates, lengths)
def test_what_is_shown_can_be_put_back(row: PromptRow, template: str, length: int) -> None:
    prompt = lay_out(row, template, length)
    whole = prompt.prompt.token_ids
    for field in SHORT_FIELDS:
        if prompt.prompt.seen.get(field) == 1:
            assert prompt.with_texts({field: prompt.shown_text(field)}) == whole
        assert len(prompt.with_texts({field: "слово " * 100})) <= length


@given(rows, templates)
def test_hiding_every_field_leaves_what_a_blank_row_gives(row: PromptRow, template: str) -> None:
    blank = lay_out(PromptRow(), template).prompt.token_ids
    assert lay_out(row, template).without(row.present_fields()) == blank
