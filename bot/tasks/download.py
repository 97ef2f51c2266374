"""A person's file, from Telegram into memory."""

import asyncio
import logging

import aiohttp
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNotFound

from domain.errors import FileTooLargeError, FileUnavailableError

MAX_FILE_BYTES = 20 * 1024 * 1024
"""Telegram's own bound for bots, which it calls 20 MB."""
_TRIES = 4
_READ_SECONDS = 60
_log = logging.getLogger(__name__)


class DownloadError(FileUnavailableError):
    """Telegram did not give the file out."""


async def download(bot: Bot, file_id: str) -> bytes:
    """The file's bytes; raises FileTooLargeError or DownloadError, neither of which has the URL."""
    path = await _file_path(bot, file_id)
    for attempt in range(_TRIES):
        if attempt:
            await asyncio.sleep(2.0**attempt / 2)
        try:
            return await _read(bot, path)
        # Its text holds the address and so the token: only the kind of the error goes on.
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            _log.warning("a download broke off: %s", type(error).__name__)
    raise DownloadError


async def _file_path(bot: Bot, file_id: str) -> str:
    try:
        file = await bot.get_file(file_id)
    except (TelegramBadRequest, TelegramNotFound) as error:
        if "too big" in error.message:
            raise FileTooLargeError(MAX_FILE_BYTES) from None
        raise DownloadError from None
    if not file.file_path:
        raise DownloadError
    return file.file_path


async def _read(bot: Bot, path: str) -> bytes:
    url = bot.session.api.file_url(bot.token, path)
    content = bytearray()
    stream = bot.session.stream_content(url, timeout=_READ_SECONDS)
    try:
        async for chunk in stream:
            content += chunk
            if len(content) > MAX_FILE_BYTES:
                raise FileTooLargeError(MAX_FILE_BYTES)
    finally:
        await stream.aclose()
    return bytes(content)
