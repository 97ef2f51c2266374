"""One getUpdates call, raw.

aiogram's own call parses the whole batch into its models first, so one update of a kind that
it does not know would block all others for ever; here an update is kept as Telegram sent it.
"""

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, Self

import aiohttp
from aiogram.client.telegram import TelegramAPIServer
from pydantic import BaseModel, JsonValue, ValidationError

ALLOWED_UPDATES = ("message", "callback_query", "inline_query", "my_chat_member")
LONG_POLL_SECONDS = 25
_ANSWER_MARGIN_SECONDS = 15
_BATCH = 100


class PollingError(Exception):
    """No updates this time: `status` is Telegram's error code, None where it was not reached."""

    def __init__(self, status: int | None, reason: str, retry_after_seconds: float = 0) -> None:
        super().__init__(status, reason)
        self.status = status
        self.reason = reason
        self.retry_after_seconds = retry_after_seconds


class _Parameters(BaseModel):
    retry_after: float = 0


class _Answer(BaseModel):
    ok: bool
    result: list[dict[str, Any]] = []
    error_code: int | None = None
    description: str = ""
    parameters: _Parameters = _Parameters()


class UpdatesPoll:
    """Asks a Bot API server for updates; use as an async context manager."""

    def __init__(self, server: TelegramAPIServer, token: str) -> None:
        self._url = server.api_url(token, "getUpdates")

    async def __aenter__(self) -> Self:
        timeout = aiohttp.ClientTimeout(total=LONG_POLL_SECONDS + _ANSWER_MARGIN_SECONDS)
        self._session = aiohttp.ClientSession(timeout=timeout)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._session.close()

    async def next_batch(self, offset: int | None) -> Sequence[Mapping[str, JsonValue]]:
        """Waits for updates from `offset` on; to ask for them confirms all that are older.

        Raises PollingError.
        """
        body: dict[str, Any] = {
            "timeout": LONG_POLL_SECONDS,
            "limit": _BATCH,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        if offset is not None:
            body["offset"] = offset
        try:
            async with self._session.post(self._url, json=body) as response:
                status, text = response.status, await response.text()
        # The error's own text may hold the address, and so the token: only its kind is kept.
        except (aiohttp.ClientError, TimeoutError, UnicodeDecodeError) as error:
            raise PollingError(None, type(error).__name__) from None
        try:
            answer = _Answer.model_validate_json(text)
        except ValidationError:
            raise PollingError(status, "not a Bot API answer") from None
        if not answer.ok:
            raise PollingError(
                answer.error_code or status, answer.description, answer.parameters.retry_after
            )
        return answer.result
