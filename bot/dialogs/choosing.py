"""Rows of buttons made from a window's data."""

from collections.abc import Callable
from typing import Any

from aiogram_dialog.widgets.kbd import Group, Keyboard, Select
from aiogram_dialog.widgets.kbd.select import OnItemClick
from aiogram_dialog.widgets.text import Format


def choices(
    button_id: str,
    items: str,
    on_click: OnItemClick["Select[Any]", Any],
    type_factory: Callable[[str], Any] = str,
    *,
    width: int | None = None,
) -> Keyboard:
    """A button for each (id, label) under `items` in the window's data, `width` to a row."""
    row: Select[Any] = Select(
        Format("{item[1]}"),
        id=button_id,
        item_id_getter=lambda item: item[0],
        items=items,
        type_factory=type_factory,
        on_click=on_click,
    )
    return Group(row, width=width) if width else row
