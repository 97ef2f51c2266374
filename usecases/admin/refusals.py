"""Whom an admin may act on, and how what they typed becomes an id."""

from collections.abc import Collection
from typing import Final

from domain.administration import KnownPerson
from domain.errors import ActRefusedError
from domain.ports import PeopleDirectory

LARGEST_USER_ID: Final = 2**52 - 1
"""Telegram's own bound: an id has at most 52 significant bits."""


def read_user_id(text: str) -> int:
    """Raises ActRefusedError for anything but a whole number that can be a person's id."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= len(str(LARGEST_USER_ID))):
        raise ActRefusedError("no_number")
    user_id = int(digits)
    if not 0 < user_id <= LARGEST_USER_ID:
        raise ActRefusedError("no_number")
    return user_id


async def find_subject(
    directory: PeopleDirectory, admin_id: int, user_id: int, operators: Collection[int]
) -> KnownPerson:
    """The person to act on; raises ActRefusedError for oneself, an operator and nobody."""
    if user_id == admin_id:
        raise ActRefusedError("self")
    if user_id in operators:
        raise ActRefusedError("operator")
    known = await directory.find(user_id)
    if known is None:
        raise ActRefusedError("unknown")
    return known
