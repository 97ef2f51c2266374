"""What an admin's window begins with."""

from typing import Any

from aiogram_dialog import DialogManager


async def begin(data: Any, manager: DialogManager) -> None:
    manager.dialog_data.update({"page": 1} | (data or {}))


async def first_page(_: Any, __: Any, manager: DialogManager) -> None:
    manager.dialog_data["page"] = 1
