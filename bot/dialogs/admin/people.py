"""Everybody a page at a time, one person, and what an admin can do to them."""

from typing import Any

from aiogram import F
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, Select, SwitchTo
from aiogram_dialog.widgets.kbd.button import OnClick
from aiogram_dialog.widgets.text import Format

from bot.config import Settings
from bot.dialogs.admin.paging import page_buttons, page_facts, to_menu
from bot.dialogs.admin.telling import REASON_UNITS, tell_admin, tell_banned, tell_unbanned
from bot.dialogs.choosing import choices
from bot.dialogs.states import Admin
from bot.dialogs.words import Label, Words
from bot.handlers.errors import error_text
from bot.i18n import Translator
from bot.menu import show_menu
from bot.replies.admin_people import people_text, person_label, person_text
from bot.replies.cutting import one_line
from domain.administration import KnownPerson
from domain.errors import ActRefusedError
from domain.ports import PeopleDirectory
from usecases.admin.refusals import read_user_id

PAGE_SIZE = 6


def people_windows() -> tuple[Window, ...]:
    return (_people_window(), _person_window(), _ban_window(), _rights_window())


def _people_window() -> Window:
    return Window(
        Format("{text}"),
        Format("\n{problem}", when="problem"),
        MessageInput(search, content_types="text"),
        choices("open", "people", open_person, int, width=2),
        page_buttons(),
        to_menu(),
        state=Admin.people,
        getter=get_people,
    )


def _person_window() -> Window:
    return Window(
        Format("{text}"),
        Row(
            SwitchTo(Label("admin-ban"), id="ban", state=Admin.ban, when="can_ban"),
            Button(Label("admin-unban"), id="unban", on_click=unban, when="is_banned"),
            _to_rights("admin-grant", mean_grant, when="can_grant"),
            _to_rights("admin-revoke", mean_revoke, when="can_revoke"),
        ),
        Button(Label("admin-cancel-work"), id="cancel", on_click=cancel_work),
        SwitchTo(Label("button-to-list"), id="list", state=Admin.people),
        state=Admin.person,
        getter=get_person,
    )


def _to_rights(label: str, mean: OnClick, when: str) -> SwitchTo:
    return SwitchTo(Label(label), id=when, state=Admin.rights, on_click=mean, when=when)


def _ban_window() -> Window:
    return Window(
        Words("admin-ban-question", "id"),
        MessageInput(ban_with_reason, content_types="text"),
        Button(Label("admin-ban-silently"), id="yes", on_click=ban_without_reason),
        SwitchTo(Label("button-back"), id="no", state=Admin.person),
        state=Admin.ban,
        getter=get_person,
    )


def _rights_window() -> Window:
    return Window(
        Words("admin-grant-question", "id", when=F["dialog_data"]["makes_admin"]),
        Words("admin-revoke-question", "id", when=~F["dialog_data"]["makes_admin"]),
        Row(
            Button(Label("admin-yes"), id="yes", on_click=change_rights),
            SwitchTo(Label("admin-no"), id="no", state=Admin.person),
        ),
        state=Admin.rights,
        getter=get_person,
    )


async def get_people(
    dialog_manager: DialogManager,
    translator: Translator,
    settings: Settings,
    list_people: Any,
    **_: Any,
) -> dict[str, Any]:
    page = await list_people(dialog_manager.dialog_data["page"], PAGE_SIZE)
    operators = settings.admin_ids
    return {
        "text": people_text(translator, page, operators),
        "people": [(one.person.user_id, person_label(one, operators)) for one in page.items],
        "problem": dialog_manager.dialog_data.pop("problem", ""),
    } | page_facts(dialog_manager, page)


async def get_person(
    dialog_manager: DialogManager,
    translator: Translator,
    settings: Settings,
    directory: PeopleDirectory,
    **_: Any,
) -> dict[str, Any]:
    known = await _known(directory, dialog_manager.dialog_data["user_id"])
    person = known.person
    own_id: int = dialog_manager.middleware_data["event_from_user"].id
    can_change = person.user_id != own_id and person.user_id not in settings.admin_ids
    return {
        "text": person_text(translator, known, settings.admin_ids),
        "id": str(person.user_id),
        "is_banned": person.is_banned,
        "can_ban": can_change and not person.is_banned,
        "can_grant": can_change and not person.is_admin and not person.is_banned,
        "can_revoke": can_change and person.is_admin,
    }


async def _known(directory: PeopleDirectory, user_id: int) -> KnownPerson:
    known = await directory.find(user_id)
    if known is None:
        raise ActRefusedError("unknown")
    return known


async def search(message: Message, _: MessageInput, manager: DialogManager) -> None:
    directory: PeopleDirectory = manager.middleware_data["directory"]
    manager.show_mode = ShowMode.SEND
    try:
        known = await _known(directory, read_user_id(message.text or ""))
    except ActRefusedError as error:
        translator: Translator = manager.middleware_data["translator"]
        manager.dialog_data["problem"] = error_text(translator, error)
        return
    manager.dialog_data["user_id"] = known.person.user_id
    await manager.switch_to(Admin.person)


async def open_person(
    query: CallbackQuery, _: "Select[int]", manager: DialogManager, user_id: int
) -> None:
    manager.dialog_data["user_id"] = user_id
    await manager.switch_to(Admin.person)


async def ban_with_reason(message: Message, _: MessageInput, manager: DialogManager) -> None:
    manager.show_mode = ShowMode.SEND
    await _ban(manager, message.chat.id, one_line(message.text or "", REASON_UNITS) or None)


async def ban_without_reason(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _ban(manager, query.from_user.id, None)


async def _ban(manager: DialogManager, admin_id: int, reason: str | None) -> None:
    data = manager.middleware_data
    ban = await data["ban_person"](admin_id, manager.dialog_data["user_id"], reason, data["tasks"])
    if ban.is_new:
        await tell_banned(data["bot"], data["locales"], ban.known, reason)
    await manager.switch_to(Admin.person)


async def unban(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    data = manager.middleware_data
    known = await data["unban_person"](query.from_user.id, manager.dialog_data["user_id"])
    if known.person.is_banned:
        await tell_unbanned(data["bot"], data["locales"], known)


async def mean_grant(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """What "Yes" means is settled here: a tap that is handled twice must not turn it round."""
    manager.dialog_data["makes_admin"] = True


async def mean_revoke(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    manager.dialog_data["makes_admin"] = False


async def change_rights(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    data = manager.middleware_data
    user_id: int = manager.dialog_data["user_id"]
    makes_admin: bool = manager.dialog_data["makes_admin"]
    known = await data["grant_admin"](query.from_user.id, user_id, makes_admin)
    if makes_admin and not known.person.is_admin:
        await tell_admin(data["bot"], data["locales"], known)
    changed = known.person.model_copy(update={"is_admin": makes_admin})
    await show_menu(data["bot"], data["locales"], changed, data["settings"])
    await manager.switch_to(Admin.person)


async def cancel_work(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    data = manager.middleware_data
    translator: Translator = data["translator"]
    user_id: int = manager.dialog_data["user_id"]
    count = await data["cancel_work"](query.from_user.id, user_id, data["tasks"])
    await query.answer(translator.plain("admin-work-cancelled", count=count))
