"""What follows `?start=` in a link to the bot. Anybody can write one, so it is hostile.

https://core.telegram.org/bots/features#deep-linking: up to 64 of A-Z, a-z, 0-9, _ and -.
"""

import re
from typing import Final

from aiogram.types import Message

_START: Final = re.compile(r"/start(?:@\w+)?\s+([A-Za-z0-9_-]{1,64})\s*", re.ASCII)
_VACANCY: Final = re.compile(r"vacancy_([0-9]{1,15})", re.ASCII)


def payload_of(message: Message) -> str | None:
    """None for a plain /start, for one whose payload can't be ours, and for all else."""
    found = _START.fullmatch(message.text or "")
    return found[1] if found else None


def vacancy_id_of(payload: str | None) -> int | None:
    found = _VACANCY.fullmatch(payload or "")
    return int(found[1]) if found else None
