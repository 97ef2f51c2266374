"""A message to many: it is written or forwarded, looked at, and sent to whom the admin picks."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Select

from bot.dialogs.admin.paging import to_menu
from bot.dialogs.choosing import choices
from bot.dialogs.states import Admin
from bot.dialogs.words import Label, Words
from bot.i18n import Translator
from bot.replies.admin_broadcast import progress_text, stop_keyboard
from bot.tasks.admin_accepting import accept_admin_task
from bot.tasks.broadcast import BROADCAST
from domain.administration import AUDIENCES, Audience
from domain.errors import ActRefusedError
from domain.ports import BroadcastRepository


def broadcast_windows() -> tuple[Window, ...]:
    return (_message_window(), _audience_window())


def _message_window() -> Window:
    """What is sent here is taken by bot/handlers/admin/broadcast.py: files come first there."""
    return Window(Words("admin-broadcast-write"), to_menu(), state=Admin.broadcast)


def _audience_window() -> Window:
    return Window(
        Words("admin-broadcast-check", "count", "audience"),
        choices("audience", "audiences", choose, width=2),
        Button(Label("admin-broadcast-send", "count"), id="send", on_click=send, when="count"),
        Button(Label("button-cancel"), id="cancel", on_click=give_up),
        state=Admin.audience,
        getter=get_audience,
    )


async def get_audience(
    dialog_manager: DialogManager,
    translator: Translator,
    broadcasts: BroadcastRepository,
    **_: Any,
) -> dict[str, Any]:
    chosen = _audience(dialog_manager)
    names = [(one, translator.plain("admin-audience", audience=one)) for one in AUDIENCES]
    return {
        "audience": chosen,
        "count": await broadcasts.count_recipients(chosen),
        "audiences": [(one, f"• {name}" if one == chosen else name) for one, name in names],
    }


def _audience(manager: DialogManager) -> Audience:
    audience: Audience = manager.dialog_data.get("audience", "all")
    return audience


async def choose(
    query: CallbackQuery, _: "Select[str]", manager: DialogManager, audience: str
) -> None:
    if audience in AUDIENCES:
        manager.dialog_data["audience"] = audience


async def send(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    data, translator = manager.middleware_data, manager.middleware_data["translator"]
    broadcasts: BroadcastRepository = data["broadcasts"]
    broadcast_id: int = manager.dialog_data["broadcast_id"]
    audience = _audience(manager)
    count = await broadcasts.count_recipients(audience)
    draft = await broadcasts.get(broadcast_id)
    if draft is None or draft.state in ("done", "cancelled"):
        raise ActRefusedError("over")
    # The log first, then the state, then the task: a crash in between repeats, but loses nothing.
    await data["acts"].record(
        query.from_user.id,
        "broadcast",
        subject=str(broadcast_id),
        details={"audience": audience, "recipients": count},
    )
    begun = await broadcasts.begin(broadcast_id, audience, None)
    if begun is None:
        raise ActRefusedError("over")
    await accept_admin_task(
        data,
        "broadcast",
        query.from_user.id,
        f"broadcast:{broadcast_id}",
        progress_text(translator, begun),
        payload={BROADCAST: broadcast_id},
        keyboard=stop_keyboard(translator, broadcast_id),
    )
    await manager.switch_to(Admin.menu, show_mode=ShowMode.DELETE_AND_SEND)


async def give_up(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    broadcasts: BroadcastRepository = manager.middleware_data["broadcasts"]
    await broadcasts.cancel(manager.dialog_data["broadcast_id"])
    await manager.switch_to(Admin.menu)
