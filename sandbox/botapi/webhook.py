"""Updates pushed to the bot's own address, again and again until it says 2xx."""

import asyncio
import contextlib
import re
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from sandbox.telegram.errors import BadRequestError
from sandbox.telegram.update_queue import UpdateQueue

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_FIRST_PAUSE_SECONDS = 0.2
_LONGEST_PAUSE_SECONDS = 5.0
_ANSWER_TIMEOUT = aiohttp.ClientTimeout(total=60)


@dataclass(frozen=True)
class WebhookSettings:
    """What setWebhook asked for.

    Plain http is taken for this machine only. Another machine is reached in no way: the made-up
    talk here must not come to a real bot's address.
    """

    url: str
    secret_token: str = ""
    max_connections: int = 40

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        is_local = parts.hostname in ("127.0.0.1", "localhost", "::1")
        if parts.scheme != "https" and not (parts.scheme == "http" and is_local):
            raise BadRequestError("bad webhook: An HTTPS URL must be provided for webhook")
        if not is_local:
            raise BadRequestError("bad webhook: the sandbox reaches this machine only")
        if self.secret_token and not _SECRET.fullmatch(self.secret_token):
            raise BadRequestError("secret token contains unallowed characters")


@dataclass
class WebhookDelivery:
    """One delivery at a time, in order; an update counts as received on a 2xx answer.

    A method call in the answer's body is not run: answer with an empty body.
    """

    updates: UpdateQueue
    settings: WebhookSettings | None = None
    last_error: dict[str, Any] = field(default_factory=dict)
    _task: asyncio.Task[None] | None = None

    async def start(self, settings: WebhookSettings) -> None:
        """Takes over from polling, or from an earlier webhook."""
        await self.stop()
        self.settings = settings
        await self.updates.stop_polling("terminated by setWebhook request")
        self._task = asyncio.create_task(self._deliver_all(settings))

    async def stop(self) -> None:
        self.settings = None
        self.last_error = {}
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    def info(self) -> dict[str, Any]:
        """getWebhookInfo's answer."""
        info = {
            "url": self.settings.url if self.settings else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self.updates),
        }
        if self.settings is not None:
            info |= {"max_connections": self.settings.max_connections} | self.last_error
        if self.updates.allowed_updates:
            info["allowed_updates"] = self.updates.allowed_updates
        return info

    async def _deliver_all(self, settings: WebhookSettings) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": settings.secret_token}
        async with aiohttp.ClientSession(
            headers=headers if settings.secret_token else {}, timeout=_ANSWER_TIMEOUT
        ) as session:
            while True:
                update = await self.updates.next_after(0)
                await self._deliver(session, settings.url, update)
                self.updates.confirm_before(update["update_id"] + 1)

    async def _deliver(
        self, session: aiohttp.ClientSession, url: str, update: dict[str, Any]
    ) -> None:
        pause_seconds = _FIRST_PAUSE_SECONDS
        while (problem := await _post(session, url, update)) is not None:
            self.last_error = {
                "last_error_date": int(time.time()),
                "last_error_message": problem,
            }
            await asyncio.sleep(pause_seconds)
            pause_seconds = min(pause_seconds * 2, _LONGEST_PAUSE_SECONDS)


async def _post(session: aiohttp.ClientSession, url: str, update: dict[str, Any]) -> str | None:
    """None when it was received, else what went wrong in getWebhookInfo's words."""
    try:
        async with session.post(url, json=update, allow_redirects=False) as answer:
            if 200 <= answer.status < 300:
                return None
            return f"Wrong response from the webhook: {answer.status} {answer.reason}"
    except (aiohttp.ClientError, TimeoutError) as error:
        return f"Connection failed: {type(error).__name__}"
