"""Who may use the bot: not who is banned and, where access is by invitation, only the invited."""

import time
from collections.abc import Awaitable, Callable
from typing import Any, Final, Literal

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.admins import is_admin
from bot.config import Settings
from bot.deep_links import payload_of, vacancy_id_of
from bot.i18n import Translator
from bot.middlewares.turning_away import Asked, asked_in, leave_unanswered, may_hear
from bot.pace import Pace
from domain.person import Person
from usecases.redeem_invite import RedeemInvite

SILENT_SECONDS: Final = 3600.0
_Refusal = Literal["access-banned", "access-closed", "access-used-up"]


class AccessMiddleware(BaseMiddleware):
    """Others get one polite word an hour, and nothing at all in a group.

    Who was told that the bot is closed and then tries a link that opens nothing is told so, too.
    What is no message, tap or inline query passes: it brings nobody anything.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._told = Pace(1, SILENT_SECONDS, clock)

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        asked = asked_in(event)
        person: Person | None = data.get("person")
        if asked is None:
            return await handler(event, data)
        refusal = await _refusal(person, asked, data)
        if refusal is None:
            return await handler(event, data)
        await self._refuse(asked, refusal, data["translator"])
        return None

    async def _refuse(self, asked: Asked, refusal: _Refusal, translator: Translator) -> None:
        if not self._is_first(asked, refusal):
            await leave_unanswered(asked)
        elif isinstance(asked, CallbackQuery):
            await asked.answer(translator.plain(refusal), show_alert=True)
        elif isinstance(asked, Message):
            await asked.answer(translator.html(refusal))

    def _is_first(self, asked: Asked, refusal: _Refusal) -> bool:
        """Of the hour, for this person; never where they can't hear it."""
        if asked.from_user is None or not may_hear(asked):
            return False
        told = (asked.from_user.id, refusal)
        if self._told.wait_seconds(told) > 0:
            return False
        self._told.note(told)
        return True


async def _refusal(person: Person | None, asked: Asked, data: dict[str, Any]) -> _Refusal | None:
    settings: Settings = data["settings"]
    if person and is_admin(person, settings):
        return None
    if person and person.is_banned:
        return "access-banned"
    if settings.access == "open" or (person and person.invite_id is not None):
        return None
    token = payload_of(asked) if isinstance(asked, Message) else None
    redeem_invite: RedeemInvite = data["redeem_invite"]
    if person is None or token is None or vacancy_id_of(token) is not None:
        return "access-closed"
    return None if await redeem_invite(person.user_id, token) else "access-used-up"
