"""/admin: the one window that leads to everything an admin can do."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from bot.dialogs.admin.opening import first_page
from bot.dialogs.admin.viewing import note_log, note_people
from bot.dialogs.closing import close_button
from bot.dialogs.opening import open_contest_queue
from bot.dialogs.states import Admin
from bot.dialogs.words import Label, Words
from bot.tasks.admin_accepting import accept_backup, accept_export
from bot.tasks.figures import Figure, FigureToDraw
from bot.tasks.figures_accepting import accept_figure_of_tap


def menu_window() -> Window:
    return Window(
        Words("admin-menu"),
        Row(
            SwitchTo(Label("admin-users"), id="users", state=Admin.people, on_click=note_people),
            SwitchTo(Label("admin-invites"), id="inv", state=Admin.invites, on_click=first_page),
        ),
        Row(
            Button(Label("admin-stats"), id="stats", on_click=show_statistics),
            Button(Label("admin-audit"), id="audit", on_click=show_audit),
        ),
        Row(
            SwitchTo(Label("admin-broadcast"), id="broadcast", state=Admin.broadcast),
            SwitchTo(Label("admin-model"), id="model", state=Admin.models, on_click=first_page),
        ),
        Row(
            Button(Label("admin-contested"), id="contested", on_click=show_contested),
            SwitchTo(Label("admin-log"), id="log", state=Admin.acts, on_click=note_log),
        ),
        Row(
            Button(Label("admin-export"), id="export", on_click=export),
            Button(Label("admin-backup"), id="backup", on_click=back_up),
        ),
        Row(
            SwitchTo(Label("admin-health"), id="health", state=Admin.health),
            close_button(),
        ),
        state=Admin.menu,
    )


async def show_statistics(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _show_figure(query, manager, "stats", "stats-working")


async def show_audit(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _show_figure(query, manager, "audit", "audit-working")


async def _show_figure(
    query: CallbackQuery, manager: DialogManager, figure: Figure, working: str
) -> None:
    data = manager.middleware_data
    wanted = FigureToDraw(origin=f"tap:{query.id}", figure=figure)
    status = data["translator"].html(working)
    await accept_figure_of_tap(data["tasks"], data["translator"], query, wanted, status)
    await manager.switch_to(Admin.menu, show_mode=ShowMode.DELETE_AND_SEND)


async def show_contested(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await open_contest_queue(manager)


async def export(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await accept_export(manager.middleware_data, query.from_user.id, f"tap:{query.id}")
    await manager.switch_to(Admin.menu, show_mode=ShowMode.DELETE_AND_SEND)


async def back_up(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await accept_backup(manager.middleware_data, query.from_user.id, f"tap:{query.id}")
    await manager.switch_to(Admin.menu, show_mode=ShowMode.DELETE_AND_SEND)
