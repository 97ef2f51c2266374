"""What an open window's message says once something else has come on top or in its place.

Without that the message would stay as it was, only its buttons gone, and the person would wonder
what became of it.
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import Final, Literal

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardMarkup
from aiogram_dialog import DialogManager

from bot.dialogs.draft import Draft
from bot.dialogs.kept import load_form, shelve_card
from bot.dialogs.record import record_of
from bot.dialogs.states import Card, Form
from bot.i18n import Html, Translator
from bot.replies.card import card_name
from bot.replies.ways import back_to_card_keyboard, continue_form_keyboard, unfinished_form

Why = Literal["replaced", "waits", "closed"]
_CARD_TEXTS: Final[Mapping[Why, str]] = {
    "replaced": "card-replaced",
    "waits": "card-waits",
    "closed": "card-closed",
}


async def put_aside(manager: DialogManager, why: Why) -> None:
    """A card or a form becomes one line with a button that brings it back."""
    stack = manager.current_stack()
    if not manager.has_context() or stack.last_message_id is None:
        return
    said = await _said(manager, why)
    if said is None:
        return
    bot: Bot = manager.middleware_data["bot"]
    chat_id: int = manager.middleware_data["event_chat"].id
    text, markup = said
    with suppress(TelegramBadRequest):  # it is gone, or says so already
        if stack.last_media_id:
            await bot.edit_message_caption(
                chat_id=chat_id,
                message_id=stack.last_message_id,
                caption=text,
                reply_markup=markup,
            )
        else:
            await bot.edit_message_text(
                text, chat_id=chat_id, message_id=stack.last_message_id, reply_markup=markup
            )
    _forget_message(manager)


async def take_buttons_off(manager: DialogManager) -> None:
    """The open window's message stays as it is, without buttons."""
    stack = manager.current_stack()
    if stack.last_message_id is None:
        return
    bot: Bot = manager.middleware_data["bot"]
    chat_id: int = manager.middleware_data["event_chat"].id
    with suppress(TelegramBadRequest):  # it is gone, or has none
        await bot.edit_message_reply_markup(chat_id=chat_id, message_id=stack.last_message_id)
    _forget_message(manager)


def _forget_message(manager: DialogManager) -> None:
    stack = manager.current_stack()
    stack.last_message_id = stack.last_media_id = stack.last_media_unique_id = None


async def _said(
    manager: DialogManager, why: Why
) -> tuple[Html, InlineKeyboardMarkup | None] | None:
    context = manager.current_context()
    translator: Translator = manager.middleware_data["translator"]
    record = record_of(manager)
    if context.state.group is Card:
        draft = Draft.model_validate(context.dialog_data["draft"])
        await shelve_card(record, context.id, draft)
        text = translator.html(_CARD_TEXTS[why], name=card_name(translator, draft))
        form = await load_form(record) if why == "closed" else None
        return text, back_to_card_keyboard(translator, context.id, form)
    if context.state.group is Form:
        form = await load_form(record)
        if form is None:
            return translator.html("form-closed"), None
        return unfinished_form(translator, form), continue_form_keyboard(translator, form)
    return None
