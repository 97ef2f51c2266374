"""Requests that wait for Telegram instead of losing what was to be said."""

import asyncio
import logging
import time
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    CopyMessage,
    GetMe,
    Response,
    SendChatAction,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType
from pydantic import ValidationError

_FIRST_PAUSE_SECONDS = 0.5
_LONGEST_PAUSE_SECONDS = 20.0
_PATIENCE_SECONDS = 300.0
_SHORT_PATIENCE_SECONDS = 10.0
_SHORT: tuple[type[TelegramMethod[Any]], ...] = (
    AnswerCallbackQuery,
    CopyMessage,
    GetMe,
    SendChatAction,
)
"""A tap's answer is of no use later, at start the operator waits for a word, and a broadcast that
is being sent has to notice that it was stopped."""
_TAP_IS_OVER = "query is too old"
_log = logging.getLogger(__name__)


class PatientRequests(BaseRequestMiddleware):
    """Repeats a request that met a limit, a fault of the server or of the network.

    What else goes to a chat that Telegram wants left alone waits too: each refused request may make
    the limit longer. A tap that can't be answered any more is let be: after a restart all taps of
    the time between are old, and what they ask for is done nevertheless.
    """

    def __init__(self) -> None:
        self._shut_until: dict[object, float] = {}

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        is_tap = isinstance(method, AnswerCallbackQuery)
        patience_seconds = (
            _SHORT_PATIENCE_SECONDS if isinstance(method, _SHORT) else _PATIENCE_SECONDS
        )
        give_up_at = time.monotonic() + patience_seconds
        pause_seconds = _FIRST_PAUSE_SECONDS
        while True:
            await self._left_alone(method, give_up_at)
            try:
                return await _readable(make_request, bot, method)
            except TelegramBadRequest as error:
                if is_tap and _TAP_IS_OVER in error.message:
                    return True  # type: ignore[return-value]  # what answerCallbackQuery returns
                raise
            except TelegramRetryAfter as error:
                wait_seconds, reason = float(error.retry_after), "limit"
                self._shut(method, wait_seconds)
                if time.monotonic() + wait_seconds > give_up_at:
                    raise
            except (TelegramServerError, TelegramNetworkError) as error:
                wait_seconds, reason = pause_seconds, type(error).__name__
                pause_seconds = min(pause_seconds * 2, _LONGEST_PAUSE_SECONDS)
                if time.monotonic() + wait_seconds > give_up_at:
                    raise
            _log.warning("%s again in %.1f s (%s)", type(method).__name__, wait_seconds, reason)
            await asyncio.sleep(wait_seconds)

    def _shut(self, method: TelegramMethod[Any], seconds: float) -> None:
        now = time.monotonic()
        self._shut_until = {chat: until for chat, until in self._shut_until.items() if until > now}
        self._shut_until[getattr(method, "chat_id", None)] = now + seconds

    async def _left_alone(self, method: TelegramMethod[Any], give_up_at: float) -> None:
        until = min(self._shut_until.get(getattr(method, "chat_id", None), 0.0), give_up_at)
        if until > time.monotonic():
            await asyncio.sleep(until - time.monotonic())


async def _readable(
    make_request: NextRequestMiddlewareType[TelegramType],
    bot: Bot,
    method: TelegramMethod[TelegramType],
) -> Response[TelegramType]:
    """An answer that can't be read, as a fault of Telegram's.

    The page of a gateway means that nothing was done. An answer of no known form may come after
    the deed, which must not be repeated then. The answer's text may hold a person's data, so it
    is left out.
    """
    try:
        return await make_request(bot, method)
    except ClientDecodeError as error:
        if isinstance(error.original, ValidationError):
            raise TelegramAPIError(method, "an answer of no known form") from None
        raise TelegramServerError(method, "not a Bot API answer") from None
