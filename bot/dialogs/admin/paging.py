"""Buttons between the pages of a long list."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from bot.dialogs.states import Admin
from bot.dialogs.words import Label
from usecases.admin.pages import Page


def page_buttons() -> Row:
    return Row(
        Button(Label("button-newer"), id="newer", on_click=_newer, when="has_newer"),
        Button(Label("button-older"), id="older", on_click=_older, when="has_older"),
    )


def page_facts(manager: DialogManager, page: Page[Any]) -> dict[str, Any]:
    """What the buttons need to know; remembers the page that is shown."""
    manager.dialog_data["page"] = page.number
    return {"has_newer": page.number > 1, "has_older": page.number < page.pages}


def to_menu() -> SwitchTo:
    return SwitchTo(Label("admin-to-menu"), id="menu", state=Admin.menu)


async def _newer(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    manager.dialog_data["page"] -= 1


async def _older(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    manager.dialog_data["page"] += 1
