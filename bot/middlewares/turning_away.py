"""A no before any handler is asked, in the way that fits where the person asked."""

from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, InlineQuery, Message, TelegramObject, Update

Asked = Message | CallbackQuery | InlineQuery


def asked_in(event: TelegramObject) -> Asked | None:
    """The message, tap or inline query; None for what brings nobody anything."""
    if not isinstance(event, Update):
        return None
    return event.message or event.callback_query or event.inline_query


def may_hear(asked: Asked) -> bool:
    """A group is not told what concerns one of its members, and nothing can be said inline."""
    if isinstance(asked, Message):
        return asked.chat.type == ChatType.PRIVATE
    return isinstance(asked, CallbackQuery)


async def leave_unanswered(asked: Asked) -> None:
    """A tap's clock must stop and a list of inline results must be empty; a message may wait."""
    if isinstance(asked, InlineQuery):
        await asked.answer([], cache_time=0, is_personal=True)
    elif isinstance(asked, CallbackQuery):
        await asked.answer()
