"""How an admin's long work is accepted: one status message and one stored task."""

from collections.abc import Mapping
from typing import Any

from aiogram import Bot
from aiogram.types import InlineKeyboardMarkup
from pydantic import JsonValue

from bot.i18n import Html, Translator
from bot.tasks.runner import TaskRunner
from domain.administration import Act
from domain.ports import AdminActLog
from domain.work import NewTask, TaskKind

Data = Mapping[str, Any]
"""What aiogram gives a handler, or a dialog's middleware_data."""


async def accept_export(data: Data, admin_id: int, origin: str) -> None:
    text = data["translator"].html("admin-export-working")
    await accept_admin_task(data, "export", admin_id, origin, text, act="export")


async def accept_backup(data: Data, admin_id: int, origin: str) -> None:
    text = data["translator"].html("admin-backup-working")
    await accept_admin_task(data, "backup", admin_id, origin, text, act="backup")


async def accept_admin_task(
    data: Data,
    kind: TaskKind,
    admin_id: int,
    origin: str,
    status: Html,
    *,
    act: Act | None = None,
    subject: str | None = None,
    details: Mapping[str, JsonValue] | None = None,
    payload: Mapping[str, JsonValue] | None = None,
    keyboard: InlineKeyboardMarkup | None = None,
) -> None:
    """The act, where one is given, is in the log before anything is told.

    The same origin again is no second task. Raises QueueFullError.
    """
    tasks: TaskRunner = data["tasks"]
    acts: AdminActLog = data["acts"]
    bot: Bot = data["bot"]
    translator: Translator = data["translator"]
    if tasks.has_accepted(admin_id, origin):
        return
    tasks.check_room(admin_id)
    if act is not None:
        await acts.record(admin_id, act, subject=subject, details=details)
    sent = await bot.send_message(admin_id, status, reply_markup=keyboard)
    await tasks.accept(
        NewTask(
            kind=kind,
            chat_id=admin_id,
            user_id=admin_id,
            locale=translator.language,
            status_message_id=sent.message_id,
            payload={**(payload or {}), "origin": origin},
        )
    )
