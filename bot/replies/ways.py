"""The ways to go on: with an unfinished form, a card that was replaced, a new resume."""

from typing import Any, Literal

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.dialogs.kept import KeptForm
from bot.i18n import Html, Translator
from bot.replies.card import CARD_ORDER
from bot.replies.keyboards import button, start_keyboard


class FormWay(CallbackData, prefix="form"):
    """Goes on with the unfinished form, or throws it away for a new one."""

    to: Literal["continue", "new"]


class BackToCard(CallbackData, prefix="card"):
    """Brings a card of the person's own back."""

    card_id: str


def ways_keyboard(translator: Translator, form: KeptForm | None) -> InlineKeyboardMarkup:
    """Below an invitation to begin: to go on, where there is something to go on with."""
    return continue_form_keyboard(translator, form) if form else start_keyboard(translator)


def continue_form_keyboard(translator: Translator, form: KeptForm) -> InlineKeyboardMarkup:
    rows = [[_continue_button(translator, form)]]
    rows.append([button(translator, "button-form-new", FormWay(to="new"))])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def back_to_card_keyboard(
    translator: Translator, card_id: str, form: KeptForm | None
) -> InlineKeyboardMarkup:
    """And to the form, where the card came in the middle of one."""
    rows = [[button(translator, "button-card-back", BackToCard(card_id=card_id))]]
    if form:
        rows.append([_continue_button(translator, form)])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def unfinished_form(translator: Translator, form: KeptForm) -> Html:
    """That it waits, and where."""
    return translator.html("form-paused", **_place(form))


def _continue_button(translator: Translator, form: KeptForm) -> InlineKeyboardButton:
    return button(translator, "button-form-continue", FormWay(to="continue"), **_place(form))


def _place(form: KeptForm) -> dict[str, Any]:
    return {"number": min(form.index + 1, len(CARD_ORDER)), "total": len(CARD_ORDER)}
