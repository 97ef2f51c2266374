"""A simulated person -> a row with the columns of the original set."""

import random
from dataclasses import dataclass
from typing import Any, Final

from inference.prompts import MISSING, total_experience_text
from training.simulation.career import Person, SimulatedJob
from training.simulation.evidence import covered_months

CONFIRMED: Final = "подтверждён"
NOT_CONFIRMED: Final = "не подтверждён"

# The original set: 12,673 rows, of them empty.
_NO_SALARY: Final = 5100 / 12673
_NO_SKILLS: Final = 480 / 12673
_NO_CITY: Final = 237 / 12673
_NO_COUNTRY: Final = 18 / 12673

_CITIES: Final = (
    "Москва", "Санкт-Петербург", "Новосибирск", "Екатеринбург", "Казань", "Минск", "Самара",
    "Омск", "Томск", "Пермь", "Уфа", "Воронеж", "Краснодар", "Ростов-на-Дону", "Тула", "Тверь",
    "Барнаул", "Иркутск", "Хабаровск", "Ижевск", "Ярославль", "Рязань", "Киров", "Псков",
    "Алматы", "Тбилиси", "Ереван", "Berlin", "London", "Warsaw", "Chicago", "Belgrade",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Application:
    """One person before one client. `position` holds the claimed grade where it is said."""

    position: str
    claimed_level: int
    salary: str
    client_name: str
    client_strictness: float


def job_text(job: SimulatedJob, joint: str) -> str:
    """`YYYY-MM-DD - YYYY-MM-DD: title  Company. Duties`, open where the job goes on."""
    until = "" if job.current else _date(job.last_month)
    words = f"{job.company}. " if job.company else ""
    return f"{_date(job.first_month)} - {until}: {job.title}  {words}{joint.join(job.lines)}"


def experience_text(person: Person) -> str:
    return "\n".join(job_text(job, person.style.joint) for job in person.jobs) or MISSING


def raw_experience_text(rng: random.Random, person: Person) -> str:
    """As the original file has it: the block of all jobs stands several times."""
    return "\n".join([experience_text(person)] * rng.randint(2, 4))


def row_of(
    rng: random.Random, person: Person, application: Application, *, raw: bool
) -> dict[str, Any]:
    """The columns of the original set, and `total_experience` as the reader would sum it up."""
    return {
        "position": application.position,
        "age": str(likely_age(rng, person)),
        "country": MISSING if rng.random() < _NO_COUNTRY else "Россия",
        "city": MISSING if rng.random() < _NO_CITY else draw_city(rng),
        "key_skills": MISSING
        if rng.random() < _NO_SKILLS or not person.skills
        else ", ".join(person.skills),
        "client_name": application.client_name,
        "salary": MISSING if rng.random() < _NO_SALARY else application.salary,
        "work_experience": raw_experience_text(rng, person) if raw else experience_text(person),
        "total_experience": total_text(person),
    }


def total_text(person: Person) -> str | None:
    return total_experience_text(covered_months(person.jobs)) if person.jobs else None


def likely_age(rng: random.Random, person: Person) -> int:
    """Years of career after the years of study."""
    oldest = min((job.first_month for job in person.jobs), default=person.today_month)
    study = rng.choice((18, 20, 22, 22, 23, 24, 27))
    return min(72, study + max(0, person.today_month - oldest) // 12)


def draw_city(rng: random.Random) -> str:
    return _CITIES[0] if rng.random() < 0.35 else rng.choice(_CITIES)


def _date(month: int) -> str:
    return f"{month // 12:04d}-{month % 12 + 1:02d}-01"
