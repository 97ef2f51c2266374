"""/health as a window that can be looked at again."""

from typing import Any

from aiogram.types import CallbackQuery, User
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from bot.dialogs.admin.paging import to_menu
from bot.dialogs.states import Admin
from bot.dialogs.words import Label
from bot.i18n import Translator
from bot.replies.admin_health import health_text
from usecases.admin.check_health import CheckHealth


def health_window() -> Window:
    return Window(
        Format("{text}"),
        Button(Label("admin-health-again"), id="again", on_click=look_again),
        to_menu(),
        state=Admin.health,
        getter=get_health,
    )


async def get_health(
    event_from_user: User, translator: Translator, check_health: CheckHealth, **_: Any
) -> dict[str, Any]:
    return {"text": health_text(translator, await check_health(event_from_user.id))}


async def look_again(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """The window is drawn again after any tap."""
