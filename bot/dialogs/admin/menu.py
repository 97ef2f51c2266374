"""/admin: the one window that leads to everything an admin can do."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from bot.dialogs.admin.opening import first_page
from bot.dialogs.admin.viewing import note_log, note_people
from bot.dialogs.states import Admin
from bot.dialogs.words import Label, Words
from bot.tasks.admin_accepting import accept_backup, accept_export


def menu_window() -> Window:
    return Window(
        Words("admin-menu"),
        Row(
            SwitchTo(Label("admin-users"), id="users", state=Admin.people, on_click=note_people),
            SwitchTo(Label("admin-invites"), id="inv", state=Admin.invites, on_click=first_page),
        ),
        Row(
            SwitchTo(Label("admin-broadcast"), id="broadcast", state=Admin.broadcast),
            SwitchTo(Label("admin-model"), id="model", state=Admin.models, on_click=first_page),
        ),
        Row(
            Button(Label("admin-export"), id="export", on_click=export),
            Button(Label("admin-backup"), id="backup", on_click=back_up),
        ),
        Row(
            SwitchTo(Label("admin-health"), id="health", state=Admin.health),
            SwitchTo(Label("admin-log"), id="log", state=Admin.acts, on_click=note_log),
        ),
        Button(Label("button-close"), id="close", on_click=close),
        state=Admin.menu,
    )


async def export(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await accept_export(manager.middleware_data, query.from_user.id, f"tap:{query.id}")
    await manager.switch_to(Admin.menu, show_mode=ShowMode.SEND)


async def back_up(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await accept_backup(manager.middleware_data, query.from_user.id, f"tap:{query.id}")
    await manager.switch_to(Admin.menu, show_mode=ShowMode.SEND)


async def close(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    await manager.done(show_mode=ShowMode.DELETE_AND_SEND)
