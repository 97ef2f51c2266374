"""The intake by webhook: an update is on disk before Telegram hears 200."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest
from aiogram.types import WebhookInfo
from pydantic import JsonValue

from bot.updates.polling import ALLOWED_UPDATES
from bot.updates.pulse import Pulse
from bot.updates.webhook_door import WebhookDoor
from domain.ports import UpdateInbox

MAX_DELIVERIES: Final = 40
WATCH_SECONDS: Final = 40.0
"""One watch may fail before two minutes of silence count as lost."""
_ANSWER_SECONDS: Final = 15.0
_log = logging.getLogger(__name__)


class WebhookRefusedError(Exception):
    """Telegram does not take the address; `reason` is its own word."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class WebhookPlace:
    """Where Telegram brings updates (`url`) and where they come out of the proxy."""

    url: str
    secret: str
    host: str
    port: int

    @property
    def path(self) -> str:
        return urlsplit(self.url).path or "/"


class WebhookIntake:
    """Takes updates until it is cancelled, which is safe at any moment.

    What is cut off before its 200 is brought again by Telegram and ignored by the inbox if it
    was stored. Telegram brings the updates of one chat one after the other, so the inbox has
    them in order.
    """

    def __init__(
        self,
        bot: Bot,
        place: WebhookPlace,
        inbox: UpdateInbox,
        pulse: Pulse,
        *,
        on_new: Callable[[], None],
        note: Callable[[int], None],
    ) -> None:
        self._bot = bot
        self._place = place
        self._inbox = inbox
        self._pulse = pulse
        self._on_new = on_new
        self._door = WebhookDoor(place.host, place.port, place.path, place.secret, self._take, note)
        self._known_as = place.url
        self._well_at = 0.0

    async def run(self) -> None:
        """Raises PortTakenError, WebhookRefusedError; other trouble at start as aiogram does."""
        async with self._door:
            try:
                await self._set()
            except TelegramBadRequest as error:
                raise WebhookRefusedError(error.message) from error
            self._well_at = time.time()
            self._pulse.answered([])
            _log.info("Telegram brings updates to %s", self._place.url)
            while True:
                await asyncio.sleep(WATCH_SECONDS)
                await self._watch()

    async def _take(self, update: Mapping[str, JsonValue]) -> None:
        if await self._inbox.accept(self._bot.id, [update]):
            self._on_new()
        self._well_at = time.time()
        self._pulse.answered([update])

    async def _set(self) -> None:
        await self._bot.set_webhook(
            self._place.url,
            secret_token=self._place.secret,
            allowed_updates=list(ALLOWED_UPDATES),
            max_connections=MAX_DELIVERIES,
            drop_pending_updates=False,
        )
        # Telegram may spell the address its own way, such as the host in small letters.
        info = await self._bot.get_webhook_info()
        self._known_as = info.url or self._place.url

    async def _watch(self) -> None:
        """Asks what Telegram thinks of this webhook, and takes it back from another program."""
        try:
            async with asyncio.timeout(_ANSWER_SECONDS):
                info = await self._bot.get_webhook_info()
                if info.url != self._known_as:
                    _log.warning("another program has changed the webhook; it is set again")
                    await self._set()
        except (AiogramError, TimeoutError) as error:
            # Its text may be of any length and origin: only the kind is kept.
            self._pulse.failed(type(error).__name__)
            return
        trouble = self._trouble(info)
        if trouble:
            waiting = info.pending_update_count
            _log.warning("Telegram can't bring updates, %s wait: %s", waiting, trouble)
        self._pulse.watched(info.pending_update_count, trouble)

    def _trouble(self, info: WebhookInfo) -> str | None:
        """Telegram goes on telling its last error after all is well again."""
        if not info.pending_update_count or info.last_error_date is None:
            return None
        if info.last_error_date.timestamp() < int(self._well_at):
            return None
        return info.last_error_message
