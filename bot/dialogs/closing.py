"""The way out of a window that lies on top of others."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.words import Label


def close_button() -> Button:
    return Button(Label("button-close"), id="close", on_click=close)


async def close(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """What was open below comes anew, at the end of the chat."""
    await manager.done(show_mode=ShowMode.DELETE_AND_SEND)
