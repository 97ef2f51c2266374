"""Open invitations, how to revoke one, and the making of a new one."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Keyboard, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.config import Settings
from bot.dialogs.admin.opening import first_page
from bot.dialogs.admin.paging import page_buttons, page_facts, to_menu
from bot.dialogs.choosing import choices
from bot.dialogs.states import Admin
from bot.dialogs.words import Label, Words
from bot.i18n import Translator
from bot.replies.admin_invites import fresh_invite_text, invites_text
from bot.replies.cutting import one_line
from domain.administration import Invite
from domain.ports import InviteRepository
from usecases.admin.make_invite import DEFAULT_DAYS, DEFAULT_USES, InviteTerms
from usecases.admin.pages import Page

PAGE_SIZE = 6
_DAYS = (1, 7, 30, 90)
_USES = (1, 5, 20, 100)
_NOTE_UNITS = 60


def invite_windows() -> tuple[Window, ...]:
    return (_list_window(), _new_window())


def _list_window() -> Window:
    return Window(
        Format("{text}"),
        Group(
            Select(
                Format("✖️ №{item}"),
                id="revoke",
                item_id_getter=lambda number: number,
                items="numbers",
                type_factory=int,
                on_click=revoke,
            ),
            width=3,
        ),
        page_buttons(),
        SwitchTo(Label("admin-invite-new"), id="new", state=Admin.invite),
        to_menu(),
        state=Admin.invites,
        getter=get_invites,
    )


def _new_window() -> Window:
    return Window(
        Words("admin-invite-terms", "days", "uses", "note"),
        MessageInput(take_note, content_types="text"),
        Row(_choice("days", _DAYS)),
        Row(_choice("uses", _USES)),
        Button(Label("admin-invite-make"), id="make", on_click=make),
        SwitchTo(Label("button-back"), id="back", state=Admin.invites, on_click=first_page),
        state=Admin.invite,
        getter=get_terms,
    )


def _choice(name: str, offered: tuple[int, ...]) -> Keyboard:
    async def choose(
        query: CallbackQuery, _: "Select[int]", manager: DialogManager, number: int
    ) -> None:
        if number in offered:
            manager.dialog_data[name] = number

    return choices(name, f"{name}_choices", choose, int)


async def get_invites(
    dialog_manager: DialogManager,
    translator: Translator,
    settings: Settings,
    invites: InviteRepository,
    **_: Any,
) -> dict[str, Any]:
    every = await invites.list_open()
    page = _page_of(every, dialog_manager.dialog_data["page"])
    return {
        "text": invites_text(translator, page.items, page.total, settings.access),
        "numbers": [invite.id for invite in page.items],
    } | page_facts(dialog_manager, page)


def _page_of(every: Any, number: int) -> Page[Invite]:
    pages = max(1, -(-len(every) // PAGE_SIZE))
    number = min(max(number, 1), pages)
    shown = every[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return Page(shown, number, pages, len(every))


async def get_terms(
    dialog_manager: DialogManager, translator: Translator, **_: Any
) -> dict[str, Any]:
    terms = _terms(dialog_manager)
    days = [(one, _marked(one, terms.days) + "\u00a0⏳") for one in _DAYS]
    uses = [(one, _marked(one, terms.uses) + "\u00a0👤") for one in _USES]
    return {
        "days": terms.days,
        "uses": terms.uses,
        "note": terms.note or "none",
        "days_choices": days,
        "uses_choices": uses,
    }


def _marked(number: int, chosen: int) -> str:
    return f"• {number}" if number == chosen else str(number)


def _terms(manager: DialogManager) -> InviteTerms:
    data = manager.dialog_data
    return InviteTerms(
        data.get("days", DEFAULT_DAYS), data.get("uses", DEFAULT_USES), data.get("note")
    )


async def take_note(message: Message, _: MessageInput, manager: DialogManager) -> None:
    manager.dialog_data["note"] = one_line(message.text or "", _NOTE_UNITS) or None


async def make(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """The link is a message of its own, to be forwarded; the windows go on below it."""
    data = manager.middleware_data
    fresh = await data["make_invite"](query.from_user.id, _terms(manager), data["clock"]())
    text = fresh_invite_text(data["translator"], fresh, data["bot_user"].username or "")
    await data["bot"].send_message(query.from_user.id, text)
    manager.dialog_data["note"] = None
    await manager.switch_to(Admin.invites, show_mode=ShowMode.DELETE_AND_SEND)


async def revoke(
    query: CallbackQuery, _: "Select[int]", manager: DialogManager, invite_id: int
) -> None:
    data = manager.middleware_data
    await data["revoke_invite"](query.from_user.id, invite_id)
    translator: Translator = data["translator"]
    await query.answer(translator.plain("admin-invite-revoked", number=str(invite_id)))
