"""Who may use the bot: not who is banned and, where access is by invitation, only the invited."""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any, Final, Literal

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, InlineQuery, Message, TelegramObject, Update

from bot.admins import is_admin
from bot.config import Settings
from bot.deep_links import payload_of, vacancy_id_of
from bot.i18n import Translator
from domain.person import Person
from usecases.redeem_invite import RedeemInvite

SILENT_SECONDS: Final = 3600.0
_REMEMBERED_PEOPLE: Final = 10_000
_Refusal = Literal["access-banned", "access-closed", "access-used-up"]


class AccessMiddleware(BaseMiddleware):
    """Others get one polite word an hour, and nothing at all in a group.

    Who was told that the bot is closed and then tries a link that opens nothing is told so, too.
    What is no message, tap or inline query passes: it brings nobody anything.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._told_at: OrderedDict[tuple[int, _Refusal], float] = OrderedDict()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        asked = _asked(event)
        person: Person | None = data.get("person")
        if asked is None:
            return await handler(event, data)
        refusal = await _refusal(person, asked, data)
        if refusal is None:
            return await handler(event, data)
        await self._refuse(asked, refusal, data["translator"])
        return None

    async def _refuse(
        self,
        asked: Message | CallbackQuery | InlineQuery,
        refusal: _Refusal,
        translator: Translator,
    ) -> None:
        if isinstance(asked, InlineQuery):
            await asked.answer([], cache_time=0, is_personal=True)
            return
        is_told = self._may_tell(asked, refusal)
        if isinstance(asked, CallbackQuery):
            text = translator.plain(refusal) if is_told else None
            await asked.answer(text, show_alert=is_told)
        elif is_told:
            await asked.answer(translator.html(refusal))

    def _may_tell(self, asked: Message | CallbackQuery, refusal: _Refusal) -> bool:
        if asked.from_user is None:
            return False
        if isinstance(asked, Message) and asked.chat.type != ChatType.PRIVATE:
            return False
        told, now = (asked.from_user.id, refusal), self._clock()
        told_at = self._told_at.get(told)
        if told_at is not None and now - told_at < SILENT_SECONDS:
            return False
        self._told_at[told] = now
        self._told_at.move_to_end(told)
        if len(self._told_at) > _REMEMBERED_PEOPLE:
            self._told_at.popitem(last=False)
        return True


def _asked(event: TelegramObject) -> Message | CallbackQuery | InlineQuery | None:
    if not isinstance(event, Update):
        return None
    return event.message or event.callback_query or event.inline_query


async def _refusal(
    person: Person | None, asked: Message | CallbackQuery | InlineQuery, data: dict[str, Any]
) -> _Refusal | None:
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
