"""Pages of lists too long for a phone."""

from collections.abc import Sequence
from typing import TypeVar

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Keyboard, Select

from bot.dialogs.choosing import choices
from bot.i18n import Translator

T = TypeVar("T")


def page_of(items: Sequence[T], page: int, size: int) -> tuple[Sequence[T], int, int]:
    """The items of the page asked for or the nearest there is, its number, and how many there are.

    Pages count from 1; what is empty has one.
    """
    pages = max(1, -(-len(items) // size))
    page = min(max(page, 1), pages)
    return items[(page - 1) * size : page * size], page, pages


def page_turns(button_id: str = "turn", items: str = "turns") -> Keyboard:
    """A row of what `page_buttons` gave."""
    return choices(button_id, items, _turn, int)


async def _turn(_: CallbackQuery, __: "Select[int]", manager: DialogManager, page: int) -> None:
    """The button names the page that it leads to, so a double tap turns one page."""
    manager.dialog_data["page"] = page


def page_buttons(translator: Translator, page: int, pages: int) -> list[tuple[int, str]]:
    """The page that a button leads to, and its label: back, where we are, on. None for one page."""
    if pages == 1:
        return []
    back, on = translator.plain("button-page-back"), translator.plain("button-page-on")
    return [
        *([(page - 1, back)] if page > 1 else []),
        (page, translator.plain("button-page", page=page, pages=pages)),
        *([(page + 1, on)] if page < pages else []),
    ]
