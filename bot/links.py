"""Links to a resume: the bot opens none, and says what to do instead."""

import re
from typing import Final

from aiogram.types import Message

_LINK: Final = re.compile(r"https?://\S+|(?<!\w)(?:hh\.ru|linkedin\.com)/\S+", re.IGNORECASE)


def has_link(message: Message) -> bool:
    return _LINK.search(message.text or "") is not None
