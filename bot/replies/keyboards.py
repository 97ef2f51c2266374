"""Buttons below plain messages. They carry ids only, so they answer after any restart."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.i18n import Translator


class Go(CallbackData, prefix="go"):
    """Leads to a part of the bot."""

    to: Literal["form", "history", "new"]


class EditAgain(CallbackData, prefix="edit"):
    """Opens the card of an analysis in the person's own history."""

    analysis_id: int


def start_keyboard(translator: Translator) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[_go(translator, "form")]])


def answer_keyboard(translator: Translator, analysis_id: int) -> InlineKeyboardMarkup:
    edit = InlineKeyboardButton(
        text=translator.plain("button-edit-again"),
        callback_data=EditAgain(analysis_id=analysis_id).pack(),
    )
    rows = [[edit], [_go(translator, "new"), _go(translator, "history")]]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _go(translator: Translator, to: Literal["form", "history", "new"]) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        text=translator.plain(f"button-{to}"), callback_data=Go(to=to).pack()
    )
