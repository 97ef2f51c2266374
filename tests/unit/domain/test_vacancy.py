"""A vacancy makes a resume a claim, in the resume's own language and only once."""

import pytest

from domain.resume import Resume, Salary
from domain.vacancy import NewVacancy

VACANCY = NewVacancy(
    user_id=1,
    title="Analysts",
    client_name="Lighthouse",
    grade="Senior",
    salary=Salary(amount_from=300_000, currency="RUB", text="от 300 000 ₽"),
)


@pytest.mark.parametrize(
    ("resume", "salary"),
    [
        (Resume(language="ru"), "от 300 000 ₽, претендует на грейд Senior"),
        (Resume(language="en"), "от 300 000 ₽, applies for the grade Senior"),
        (
            Resume(language="en", salary=Salary(text="£50k")),
            "£50k, applies for the grade Senior",
        ),
    ],
)
def test_the_claim_joins_the_salary(resume: Resume, salary: str) -> None:
    applied = VACANCY.applied_to(resume)
    assert applied.client_name == "Lighthouse"
    assert applied.salary is not None
    assert applied.salary.text == salary
    assert VACANCY.applied_to(applied) == applied


def test_an_empty_vacancy_changes_nothing() -> None:
    resume = Resume(client_name="Парус", salary=Salary(text="100"))
    assert NewVacancy(user_id=1, title="x").applied_to(resume) == resume
