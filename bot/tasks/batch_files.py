"""The bytes of a batch's files: from Telegram, and out of archives."""

import asyncio

from aiogram import Bot

from bot.tasks.download import download
from domain.container import Contents, PackedPart
from parsers.archives import unpack
from parsers.isolation import IsolatedResumeReader


class TelegramFiles:
    """Implements domain.ports.batches.FileStore."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def fetch(self, file_id: str) -> bytes:
        return await download(self._bot, file_id)


class IsolatedContainers:
    """Implements domain.ports.batches.ContainerReader: files are looked into by the process that
    may be killed, and a part, whose place is then known, is unpacked in a thread."""

    def __init__(self, reader: IsolatedResumeReader) -> None:
        self._reader = reader

    async def list_parts(self, content: bytes, file_name: str) -> Contents:
        return await self._reader.list_parts(content, file_name)

    async def unpack(self, content: bytes, part: PackedPart) -> bytes:
        return await asyncio.to_thread(unpack, content, part)
