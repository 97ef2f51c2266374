"""The task of sending one message to many, one after another, in the order of their ids.

The cursor is on disk after each one, so a process that is killed in between repeats at most the
one message whose delivery it could not note any more.
"""

import asyncio
import logging
import time
from contextlib import suppress
from typing import Final

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from bot.i18n import Locales
from bot.replies.admin_broadcast import progress_text, report_text, stop_keyboard
from bot.tasks.status import StatusMessage
from domain.administration import Broadcast, Delivery
from domain.ports import BroadcastRepository, PeopleRepository, TaskStore
from domain.work import Task

BROADCAST: Final = "broadcast_id"
SECONDS_BETWEEN: Final = 1 / 25
"""Telegram lets a bot send about 30 messages a second; the rest is left to answers."""
_SECONDS_BETWEEN_PROGRESS: Final = 3.0
_OFFLINE_PAUSE_SECONDS: Final = 30.0
_AT_ONCE: Final = 100
_SOURCE_IS_GONE: Final = ("message to copy not found", "message can't be copied")
_log = logging.getLogger(__name__)


class BroadcastWork:
    """Implements bot.tasks.working_off.TaskWork.

    Sending can't end the process, so no attempt is counted: a broadcast goes on after any number
    of restarts.
    """

    def __init__(
        self,
        bot: Bot,
        store: TaskStore,
        broadcasts: BroadcastRepository,
        people: PeopleRepository,
        locales: Locales,
        seconds_between: float = SECONDS_BETWEEN,
    ) -> None:
        self._bot = bot
        self._store = store
        self._broadcasts = broadcasts
        self._people = people
        self._locales = locales
        self._seconds_between = seconds_between

    async def run(self, task: Task) -> None:
        broadcast = await self._broadcasts.get(int(str(task.payload[BROADCAST])))
        if broadcast is not None and broadcast.finished_at is None:
            status = _Progress(self._bot, task, self._locales)
            ended = await self._send_all(broadcast, status)
            await status.end(await self._broadcasts.end(ended.id) or ended)
        await self._store.finish(task.id, "done")

    async def _send_all(self, broadcast: Broadcast, status: "_Progress") -> Broadcast:
        while broadcast.state == "sending":
            await status.tell(broadcast)
            recipients = await self._broadcasts.next_recipients(broadcast, limit=_AT_ONCE)
            if not recipients:
                return broadcast
            for user_id in recipients:
                # Another look at the row after each: it may have been stopped meanwhile.
                broadcast = await self._send_one(broadcast, user_id)
                if broadcast.state != "sending":
                    return broadcast
                await status.tell(broadcast)
        return broadcast

    async def _send_one(self, broadcast: Broadcast, user_id: int) -> Broadcast:
        begun_at = time.monotonic()
        outcome = await self._copy(broadcast, user_id)
        if outcome is None:
            return await self._broadcasts.get(broadcast.id) or _stopped(broadcast)
        if outcome == "blocked":
            await self._people.mark_blocked(user_id)
        advanced = await self._broadcasts.advance(broadcast.id, user_id, outcome)
        await asyncio.sleep(max(0.0, self._seconds_between - (time.monotonic() - begun_at)))
        return advanced or _stopped(broadcast)

    async def _copy(self, broadcast: Broadcast, user_id: int) -> Delivery | None:
        """None where it was stopped while Telegram made it wait, or there is nothing to copy."""
        while True:
            try:
                await self._bot.copy_message(
                    user_id, broadcast.chat_id, broadcast.content.message_id
                )
            except TelegramForbiddenError:
                return "blocked"
            except TelegramRetryAfter as error:
                pause_seconds = float(error.retry_after)
            except (TelegramNetworkError, TelegramServerError):
                pause_seconds = _OFFLINE_PAUSE_SECONDS
            except (TelegramAPIError, ClientDecodeError) as error:
                if _is_of_one_person(error):
                    _log.info(
                        "broadcast %s did not reach somebody: %s", broadcast.id, error.message
                    )
                    return "failed"
                _log.error("broadcast %s ends: %s", broadcast.id, error.message)
                await self._broadcasts.cancel(broadcast.id)
                return None
            else:
                return "delivered"
            if await self._is_stopped_within(broadcast, pause_seconds):
                return None

    async def _is_stopped_within(self, broadcast: Broadcast, seconds: float) -> bool:
        """Waits, looking up each second; True as soon as somebody has stopped the broadcast."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            await asyncio.sleep(min(1.0, left))
            current = await self._broadcasts.get(broadcast.id)
            if current is None or current.state != "sending":
                return True
        return False


def _is_of_one_person(error: TelegramAPIError | ClientDecodeError) -> bool:
    """Else nobody would get the message: it is gone, or Telegram refuses all that the bot says."""
    is_gone = any(words in error.message for words in _SOURCE_IS_GONE)
    return isinstance(error, TelegramBadRequest) and not is_gone


def _stopped(broadcast: Broadcast) -> Broadcast:
    """Its admin has erased all that was theirs, the broadcast with it."""
    return broadcast.model_copy(update={"state": "cancelled"})


class _Progress:
    def __init__(self, bot: Bot, task: Task, locales: Locales) -> None:
        self._bot = bot
        self._task = task
        self._translator = locales[task.locale]
        self._told_at_seconds = -_SECONDS_BETWEEN_PROGRESS

    async def tell(self, broadcast: Broadcast) -> None:
        if time.monotonic() - self._told_at_seconds < _SECONDS_BETWEEN_PROGRESS:
            return
        self._told_at_seconds = time.monotonic()
        # Whatever becomes of the admin's chat, the others get their message.
        with suppress(TelegramAPIError):
            await self._bot.edit_message_text(
                progress_text(self._translator, broadcast),
                chat_id=self._task.chat_id,
                message_id=self._task.status_message_id,
                reply_markup=stop_keyboard(self._translator, broadcast.id),
            )

    async def end(self, broadcast: Broadcast) -> None:
        report = report_text(self._translator, broadcast)
        await StatusMessage(self._bot, self._task).show(report)
