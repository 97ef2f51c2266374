"""The audit log a page at a time, and as a table."""

from typing import Any

from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from bot.dialogs.admin.paging import page_buttons, page_facts, to_menu
from bot.dialogs.states import Admin
from bot.dialogs.words import Label
from bot.i18n import Translator
from bot.replies.admin_log import log_text
from usecases.admin.list_acts import ListActs

PAGE_SIZE = 8


def log_window() -> Window:
    return Window(
        Format("{text}"),
        page_buttons(),
        Button(Label("admin-log-table"), id="csv", on_click=send_table),
        to_menu(),
        state=Admin.acts,
        getter=get_acts,
    )


async def get_acts(
    dialog_manager: DialogManager, translator: Translator, list_acts: ListActs, **_: Any
) -> dict[str, Any]:
    page = await list_acts(dialog_manager.dialog_data["page"], PAGE_SIZE)
    return {"text": log_text(translator, page)} | page_facts(dialog_manager, page)


async def send_table(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    data = manager.middleware_data
    table = await data["export_acts"](query.from_user.id)
    name = f"admin-log-{data['clock']():%Y-%m-%d}.csv"
    await data["bot"].send_document(query.from_user.id, BufferedInputFile(table, name))
    await manager.switch_to(Admin.acts, show_mode=ShowMode.DELETE_AND_SEND)
