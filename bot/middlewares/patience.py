"""Requests that wait for Telegram instead of losing what was to be said."""

import asyncio
import logging
import time
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import (
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

    A tap that can't be answered any more is let be: after a restart all taps of the time between
    are old, and what they ask for is done nevertheless.
    """

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
            try:
                return await make_request(bot, method)
            except TelegramBadRequest as error:
                if is_tap and _TAP_IS_OVER in error.message:
                    return True  # type: ignore[return-value]  # what answerCallbackQuery returns
                raise
            except TelegramRetryAfter as error:
                wait_seconds, reason = float(error.retry_after), "limit"
                if time.monotonic() + wait_seconds > give_up_at:
                    raise
            except (TelegramServerError, TelegramNetworkError) as error:
                wait_seconds, reason = pause_seconds, type(error).__name__
                pause_seconds = min(pause_seconds * 2, _LONGEST_PAUSE_SECONDS)
                if time.monotonic() + wait_seconds > give_up_at:
                    raise
            _log.warning("%s again in %.1f s (%s)", type(method).__name__, wait_seconds, reason)
            await asyncio.sleep(wait_seconds)
