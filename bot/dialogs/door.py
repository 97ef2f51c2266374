"""A way into a person's dialogs from outside their own updates."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot, Dispatcher
from aiogram.enums import ChatType
from aiogram.types import Chat, User
from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import DEFAULT_STACK_ID, DialogAction, DialogUpdate
from aiogram_dialog.api.entities.update_event import DialogFgEvent

from bot.i18n import Language


class DialogDoor:
    """Opens a dialog manager under the same lock that a person's own updates take.

    aiogram_dialog's own `fg()` waits for ever where the way in raises, and knows neither the
    person's language nor the kind of chat.
    """

    def __init__(self, dispatcher: Dispatcher, bot: Bot) -> None:
        self._dispatcher = dispatcher
        self._bot = bot

    @asynccontextmanager
    async def enter(
        self, user_id: int, chat_id: int, language: Language
    ) -> AsyncIterator[DialogManager]:
        loop = asyncio.get_running_loop()
        event = DialogFgEvent(
            from_user=User(id=user_id, is_bot=False, first_name="", language_code=language),
            chat=Chat(id=chat_id, type=ChatType.PRIVATE),
            action=DialogAction.FG,
            data=None,
            intent_id=None,
            stack_id=DEFAULT_STACK_ID,
            thread_id=None,
            business_connection_id=None,
            entered=loop.create_future(),
            exited=loop.create_future(),
        )
        handling = asyncio.create_task(self._handle(event))
        try:
            await asyncio.wait({event.entered, handling}, return_when=asyncio.FIRST_COMPLETED)
            if not event.entered.done():
                await handling
            yield event.entered.result()
        except BaseException:
            # Nothing of it is stored: what was begun here will be done anew.
            handling.cancel()
            await asyncio.wait({handling})
            raise
        event.exited.set_result(None)
        await handling

    async def _handle(self, event: DialogFgEvent) -> None:
        await self._dispatcher.propagate_event(
            update_type="update",
            event=DialogUpdate(aiogd_update=event.as_(self._bot)).as_(self._bot),
            bot=self._bot,
            event_from_user=event.from_user,
            event_chat=event.chat,
            event_thread_id=None,
            **self._dispatcher.workflow_data,
        )
