"""Vacancies of a made-up recruiter."""

from aiogram.types import Message

from domain.vacancy import NewVacancy
from tests.bot.conftest import Desk


def text_of(message: Message) -> str:
    return message.text or ""


async def chosen(desk: Desk, user_id: int = 1) -> int | None:
    person = await desk.database.people.find(user_id)
    return person.vacancy_id if person else None


async def add(desk: Desk, title: str = "Аналитик", user_id: int = 1, **facts: str) -> int:
    new = NewVacancy(user_id=user_id, title=title, **facts)
    return (await desk.database.vacancies.add(new)).id
