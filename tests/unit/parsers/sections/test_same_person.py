"""The same person through different layouts gives the same resume."""

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.resume import Resume
from parsers.files.limits import DEFAULT_LIMITS
from parsers.sections import parse_document
from parsers.structured.records import read_json
from parsers.text.reading import read_document
from tests.unit.parsers.sections.documents import FOOTER, TODAY, document_of
from tests.unit.parsers.sections.same_person import (
    Person,
    as_api_json,
    as_free_docx,
    as_free_text,
    as_hh_pdf,
    as_indeed_text,
    as_linkedin_pdf,
    people,
)

FIRST_FOOTER = "Резюме обновлено 5 февраля 2024 в 14:38"


def told(resume: Resume) -> dict[str, object]:
    return {
        "city": resume.city,
        "position": resume.position,
        "skills": set(resume.key_skills),
        "total": resume.total_experience_months,
        "jobs": [
            (job.start, job.end, job.current, job.position, job.company)
            for job in resume.work_experience
        ],
    }


def told_by(person: Person) -> dict[str, object]:
    return {
        "city": person.city,
        "position": person.position,
        "skills": set(person.skills),
        "total": person.total,
        "jobs": [
            (job.start, job.end, job.current, job.position, job.company)
            for job in (worked.job for worked in person.jobs)
        ],
    }


@settings(max_examples=25, deadline=None)
@given(people())
def test_a_russian_person_is_one_in_four_layouts(person: Person) -> None:
    readings = {
        "hh": parse_document(as_hh_pdf(person), TODAY).resume,
        "text": parse_document(document_of(as_free_text(person).splitlines()), TODAY).resume,
        "docx": parse_document(read_document(as_free_docx(person)), TODAY).resume,
        "api": read_json(as_api_json(person), DEFAULT_LIMITS, TODAY).resume,
    }
    assert {resume.layout for resume in readings.values()} == {"hh", "free", "hh_api"}
    for layout, resume in readings.items():
        assert (layout, resume.age, told(resume)) == (layout, person.age, told_by(person))
        assert resume.salary is not None
        assert (resume.salary.amount_from, resume.salary.currency) == (person.salary, "RUB")


@settings(max_examples=25, deadline=None)
@given(people(english=True))
def test_an_english_person_is_one_in_three_layouts(person: Person) -> None:
    readings = {
        "indeed": parse_document(document_of(as_indeed_text(person).splitlines()), TODAY).resume,
        "linkedin": parse_document(as_linkedin_pdf(person), TODAY).resume,
        "hh_api": read_json(as_api_json(person), DEFAULT_LIMITS, TODAY).resume,
    }
    for layout, resume in readings.items():
        assert (layout, told(resume)) == (resume.layout, told_by(person))


@settings(max_examples=40, deadline=None)
@given(people(), st.data())
def test_a_page_may_end_between_any_two_lines_of_hh(person: Person, data: st.DataObject) -> None:
    lines = [line.text for line in as_hh_pdf(person).lines]
    whole = parse_document(document_of(lines), TODAY).resume
    for place in sorted(data.draw(st.sets(st.integers(1, len(lines)), max_size=5)), reverse=True):
        lines.insert(place, FOOTER if place % 2 else FIRST_FOOTER)
    assert parse_document(document_of(lines), TODAY).resume == whole
    assert told(whole)["jobs"] == told_by(person)["jobs"]
