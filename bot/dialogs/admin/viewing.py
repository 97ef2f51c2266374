"""Looking at people and at the log is an act too."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from domain.administration import Act
from domain.ports import AdminActLog


async def note_people(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    await _note(query, manager, "users")


async def note_log(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    await _note(query, manager, "log")


async def _note(query: CallbackQuery, manager: DialogManager, act: Act) -> None:
    acts: AdminActLog = manager.middleware_data["acts"]
    await acts.record(query.from_user.id, act)
    manager.dialog_data["page"] = 1
