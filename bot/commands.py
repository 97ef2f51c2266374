"""The one table of commands: who has which, in the order of the menu.

The menus that Telegram shows, /help and the hint after an unknown command are made of it. A
command is shown by this table and guarded by its handler: a menu is no access control.
"""

from collections.abc import Mapping
from typing import Final, Literal

from bot.admins import is_admin
from bot.config import Settings
from domain.person import Person, Role

Audience = Role | Literal["admin"]

_ALL: Final = frozenset[Audience]({"recruiter", "candidate"})
_RECRUITERS: Final = frozenset[Audience]({"recruiter"})
_CANDIDATES: Final = frozenset[Audience]({"candidate"})
_ADMINS: Final = frozenset[Audience]({"admin"})

COMMANDS: Final[Mapping[str, frozenset[Audience]]] = {
    "score": _ALL,
    "history": _ALL,
    "vacancy": _RECRUITERS,
    "compare": _RECRUITERS,
    "calibrate": _RECRUITERS,
    "settings": _ALL,
    "help": _ALL,
    "cancel": _ALL,
    "mydata": _ALL,
    "deletedata": _ALL,
    "myfile": _ALL,
    "start": _ALL,
    "admin": _ADMINS,
    "contested": _ADMINS,
    "stats": _ADMINS,
    "audit": _ADMINS,
    "users": _ADMINS,
    "ban": _ADMINS,
    "unban": _ADMINS,
    "invite": _ADMINS,
    "broadcast": _ADMINS,
    "model": _ADMINS,
    "export": _ADMINS,
    "backup": _ADMINS,
    "health": _ADMINS,
    "log": _ADMINS,
}
"""Each needs a text `command-<name>` in both languages."""


def commands_for(person: Person, settings: Settings) -> tuple[str, ...]:
    """The names of this person's commands; who has no role yet has what both roles have."""
    audiences = {person.role} if person.role else set()
    return commands_of(audiences | ({"admin"} if is_admin(person, settings) else set()))


def commands_of(audiences: set[Audience]) -> tuple[str, ...]:
    return tuple(
        name for name, of in COMMANDS.items() if of == _ALL or not of.isdisjoint(audiences)
    )
