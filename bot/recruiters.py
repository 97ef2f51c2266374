"""Who may use what is for recruiters: everybody but candidates, and admins in any role."""

from typing import Any

from aiogram.filters import Filter

from bot.admins import is_admin
from bot.config import Settings
from domain.person import Person


def is_recruiter(person: Person, settings: Settings) -> bool:
    return person.role != "candidate" or is_admin(person, settings)


class IsRecruiter(Filter):
    """Lets a candidate's command go on, to what tells them where the role is changed."""

    async def __call__(self, _: Any, settings: Settings, person: Person | None = None) -> bool:
        return person is not None and is_recruiter(person, settings)
