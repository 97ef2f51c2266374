"""Buttons below plain messages. They carry ids only, so they answer after any restart."""

from collections.abc import Sequence
from typing import Any, Literal, Self

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.i18n import Translator


class Go(CallbackData, prefix="go"):
    """Leads to a part of the bot."""

    to: Literal["form", "history", "new", "compare"]


class EditAgain(CallbackData, prefix="edit"):
    """Opens the card of an analysis in the person's own history."""

    analysis_id: int


class CompareThese(CallbackData, prefix="cmp"):
    """Draws two to five of the person's analyses side by side: `CompareThese.of([3, 8]).pack()`."""

    ids: str

    @classmethod
    def of(cls, analysis_ids: Sequence[int]) -> Self:
        return cls(ids="-".join(map(str, analysis_ids)))

    @property
    def analysis_ids(self) -> tuple[int, ...]:
        """Each once; anybody can forge a button, so what is no number is left out."""
        parts = (part for part in self.ids.split("-") if part.isascii() and part.isdigit())
        return tuple(dict.fromkeys(int(part) for part in parts))


class ScoreAlikeThese(CompareThese, prefix="cmpalike"):
    """Scores them again with one model and one blind mode, then draws them."""


def start_keyboard(translator: Translator) -> InlineKeyboardMarkup:
    form = button(translator, "button-form", Go(to="form"))
    return InlineKeyboardMarkup(inline_keyboard=[[form]])


def button(
    translator: Translator,
    key: str,
    data: CallbackData,
    *,
    is_chosen: bool = False,
    **arguments: Any,
) -> InlineKeyboardButton:
    """A button with the words of `key`; what is chosen already bears a mark."""
    text = translator.plain(key, **arguments)
    if is_chosen:
        text = translator.plain("button-chosen", label=text)
    return InlineKeyboardButton(text=text, callback_data=data.pack())
