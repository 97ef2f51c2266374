"""Who is an admin: whom the settings name, and whom an admin made one."""

from typing import Any

from aiogram.filters import Filter

from bot.config import Settings
from domain.person import Person


def is_admin(person: Person, settings: Settings) -> bool:
    return person.is_admin or person.user_id in settings.admin_ids


class IsAdmin(Filter):
    """Lets only admins through; to everybody else the handler or dialog is not there.

    So another person's admin command goes on to what answers unknown commands, and the bot does
    not tell which commands its admins have.
    """

    async def __call__(self, _: Any, settings: Settings, person: Person | None = None) -> bool:
        return person is not None and is_admin(person, settings)
