"""What a resume leaves out and only the person knows: of several values the least counts."""

from collections.abc import Iterator
from typing import Final

from domain.resume import Resume, Salary
from usecases.insights.change import Change, Edit, changed
from usecases.insights.dates import with_middle_months

_CITIES: Final = ("Москва", "Омск", "Краснодар")
_SALARIES: Final = (80_000, 150_000, 300_000)


def give_months(resume: Resume) -> Iterator[Change]:
    """Years only: the middle of each year stands for a month that only the person knows."""
    if with_middle_months(resume.work_experience) != resume.work_experience:
        yield Change(
            "give_months",
            (
                lambda resume: resume.with_field(
                    "work_experience", with_middle_months(resume.work_experience)
                ),
            ),
        )


def say_city(resume: Resume) -> Iterator[Change]:
    if resume.city is None:
        yield Change("say_city", tuple(_living_in(city) for city in _CITIES))


def _living_in(city: str) -> Edit:
    return lambda resume: changed(resume, city=city)


def say_salary(resume: Resume) -> Iterator[Change]:
    if resume.salary is None:
        yield Change("say_salary", tuple(map(_asking_for, _SALARIES)))


def _asking_for(amount: int) -> Edit:
    wish = Salary(amount_from=amount, currency="RUB", text=f"{amount:,} ₽".replace(",", " "))
    return lambda resume: changed(resume, salary=wish)
