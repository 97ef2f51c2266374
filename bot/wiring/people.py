"""The parts of first contact and settings."""

from collections.abc import Mapping
from typing import Any

from bot.wiring.parts import Parts


def provide_people(parts: Parts) -> Mapping[str, Any]:
    return {
        "bot_user": parts.bot_user,
        "settings": parts.settings,
        "people": parts.database.people,
    }
