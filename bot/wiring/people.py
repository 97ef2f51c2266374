"""The parts of first contact and settings."""

from collections.abc import Mapping
from typing import Any

from bot.choices import PersonChoices
from bot.waiting import WaitingMessages
from bot.wiring.parts import Parts
from usecases.redeem_invite import RedeemInvite


def provide_people(parts: Parts) -> Mapping[str, Any]:
    people = parts.database.people
    return {
        "bot_user": parts.bot_user,
        "settings": parts.settings,
        "people": people,
        "choices": PersonChoices(people, parts.locales, parts.settings, parts.bot),
        "waiting": WaitingMessages(),
        "redeem_invite": RedeemInvite(parts.database.invites),
    }
