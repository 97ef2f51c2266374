"""The task of reading a file, or a pasted text, into a card."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from aiogram import Bot

from bot.dialogs.door import DialogDoor
from bot.dialogs.draft import Draft
from bot.dialogs.opening import open_card
from bot.dialogs.record import record_of
from bot.i18n import Locales
from bot.tasks.chat_action import acting
from bot.tasks.download import download
from bot.tasks.pasting import forget_paste, load_paste, save_paste
from bot.tasks.payloads import FileToRead
from bot.tasks.status import StatusMessage
from domain.errors import ResumeExpertiseError
from domain.ports import TaskStore
from domain.work import Task
from parsers.archives.photo_pages import pdf_of_photos
from usecases.read_resume_file import ReadFile, ReadResumeFile

PASTE_WAIT: Final = timedelta(seconds=1.5)
"""For the next part of a text that was cut into messages."""


class ManyResumes(Protocol):
    """Where a file goes that turns out to hold more than one resume."""

    async def take_over(self, task: Task, file: FileToRead) -> None:
        """From now on the task's status message is the batch's; called again after a crash."""
        ...


class ReadFileWork:
    """Implements bot.tasks.working_off.TaskWork."""

    def __init__(
        self,
        bot: Bot,
        store: TaskStore,
        read_resume_file: ReadResumeFile,
        door: DialogDoor,
        locales: Locales,
        many: ManyResumes | None = None,
        paste_wait: timedelta = PASTE_WAIT,
    ) -> None:
        self._bot = bot
        self._store = store
        self._read_resume_file = read_resume_file
        self._door = door
        self._locales = locales
        self._many = many
        self._paste_wait = paste_wait

    async def run(self, task: Task) -> None:
        file = FileToRead.model_validate(task.payload)
        # It is where the process died right after the card was shown, and that was used since.
        if not await self._store.is_followed(task):
            await self._make(task, file)
        await self._store.finish(task.id, "done")
        await self._forget_text(task, file)

    async def _make(self, task: Task, file: FileToRead) -> None:
        """A card, or a batch of many."""
        async with acting(self._bot, task.chat_id):
            text = await self._whole_text(task, file) if file.is_cut else file.text
            try:
                is_one = await self._read(task, file.model_copy(update={"text": text}))
            except ResumeExpertiseError:
                await self._forget_text(task, file)
                raise
        if not is_one and self._many is not None:
            await self._many.take_over(task, file)

    async def _read(self, task: Task, file: FileToRead) -> bool:
        """Makes a card; False for a file of many resumes, which is not read."""
        content = await self._content(file)
        translator = self._locales[task.locale]
        await StatusMessage(self._bot, task).show(translator.html("status-parsing"))
        read = await self._dangerous(task, file, content)
        if read is None:
            return False
        name = file.file_name if file.is_named else None
        draft = Draft.from_reading(read.reading, read.file_sha256, name, file.file_id)
        async with self._door.enter(task.user_id, task.chat_id, task.locale) as manager:
            # Its person may be using an earlier run's card right now: a second one in its place
            # would be scored a second time.
            if not await self._store.is_followed(task):
                await open_card(manager, draft, in_place_of=task.status_message_id, is_new=True)
        return True

    async def _dangerous(self, task: Task, file: FileToRead, content: bytes) -> ReadFile | None:
        """Only the reading is an attempt: who is killed while Telegram is slow did not do it."""
        await self._store.start(task.id)
        may_hold_many = self._many is not None and file.file_id is not None
        try:
            if may_hold_many and await self._read_resume_file.holds_many(content, file.file_name):
                return None
            return await self._read_resume_file(content, file.file_name)
        finally:
            await self._store.put_back([task.id])

    async def _content(self, file: FileToRead) -> bytes:
        if file.pages:
            return pdf_of_photos([await download(self._bot, page) for page in file.pages])
        if file.file_id is not None:
            return await download(self._bot, file.file_id)
        return (file.text or "").encode()

    async def _forget_text(self, task: Task, file: FileToRead) -> None:
        if file.is_cut:
            async with self._door.enter(task.user_id, task.chat_id, task.locale) as manager:
                await forget_paste(record_of(manager), file.origin)

    async def _whole_text(self, task: Task, file: FileToRead) -> str | None:
        """Waits until no part has come for a while.

        After a restart parts may still be on their way from Telegram, so the wait is from now.
        """
        seconds = self._paste_wait.total_seconds()
        while True:
            await asyncio.sleep(seconds)
            async with self._door.enter(task.user_id, task.chat_id, task.locale) as manager:
                record = record_of(manager)
                paste = await load_paste(record)
                if paste is None or paste.origin != file.origin:
                    return file.text
                waited = datetime.now(UTC) - paste.changed_at
                seconds = (self._paste_wait - waited).total_seconds()
                if seconds <= 0:
                    await save_paste(record, paste.model_copy(update={"is_taken": True}))
                    return paste.text
