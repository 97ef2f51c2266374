"""How one dialog takes the place of, or goes on top of, another.

A form in progress stays below a card or the history; a card stays below the history. So the
stack is at most three deep, and closing what is on top brings back what was open before.

`aside` is for buttons below plain messages, which stay as they are: what is opened comes as a
new message, just after the current update, since that holds the person's lock.
"""

import logging
from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.fsm.state import StatesGroup
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.dialogs.draft import Draft
from bot.dialogs.states import Card, Contest, ContestQueue, Form, History
from bot.i18n import Translator
from bot.replies.card import card_text

_log = logging.getLogger(__name__)


async def open_card(
    manager: DialogManager,
    draft: Draft,
    *,
    in_place_of: int | None = None,
    aside: bool = False,
) -> None:
    """The newest card wins. `in_place_of` is a message of ours that becomes the card."""
    await _retire_card(manager)
    await _close(manager, Card, History, Contest)
    show_mode = ShowMode.SEND
    if in_place_of is not None:
        await _continue_in(manager, in_place_of)
        show_mode = ShowMode.EDIT
    opener = manager.bg() if aside else manager
    await opener.start(Card.view, draft.dump(), show_mode=show_mode)


async def open_form(manager: DialogManager, *, aside: bool = False) -> None:
    """A new form; it closes all else."""
    opener = manager.bg() if aside else manager
    await opener.start(Form.question, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def open_history(manager: DialogManager, *, aside: bool = False) -> None:
    await _close(manager, History)
    opener = manager.bg() if aside else manager
    await opener.start(History.pages, show_mode=ShowMode.SEND)


async def open_contest(manager: DialogManager, analysis_id: int, message_id: int) -> None:
    """Asks why. `message_id` is the answer's message, whose button changes afterwards."""
    await _close(manager, Contest)
    data = {"analysis_id": analysis_id, "message_id": message_id}
    await manager.bg().start(Contest.reason, data, show_mode=ShowMode.SEND)


async def open_contest_queue(manager: DialogManager) -> None:
    await _close(manager, ContestQueue)
    await manager.start(ContestQueue.item, show_mode=ShowMode.SEND)


async def _close(manager: DialogManager, *groups: type[StatesGroup]) -> None:
    while manager.has_context() and manager.current_context().state.group in groups:
        await manager.mark_closed()


async def _retire_card(manager: DialogManager) -> None:
    """An open card says that a newer one has taken its place."""
    stack = manager.current_stack()
    if not manager.has_context() or stack.last_message_id is None:
        return
    context = manager.current_context()
    if context.state.group is not Card:
        return
    translator: Translator = manager.middleware_data["translator"]
    draft = Draft.model_validate(context.dialog_data["draft"])
    text = card_text(translator, draft, translator.html("card-replaced"))
    bot: Bot = manager.middleware_data["bot"]
    chat_id: int = manager.middleware_data["event_chat"].id
    with suppress(TelegramBadRequest):  # it is gone, or says so already
        await bot.edit_message_text(text, chat_id=chat_id, message_id=stack.last_message_id)
    stack.last_message_id = None


async def _continue_in(manager: DialogManager, message_id: int) -> None:
    stack = manager.current_stack()
    if stack.last_message_id not in (None, message_id):
        bot: Bot = manager.middleware_data["bot"]
        chat_id: int = manager.middleware_data["event_chat"].id
        try:
            await bot.edit_message_reply_markup(chat_id=chat_id, message_id=stack.last_message_id)
        except TelegramBadRequest as error:
            _log.info("an old dialog's buttons stay: %s", error.message)
    stack.last_message_id = message_id
    stack.last_media_id = stack.last_media_unique_id = None
