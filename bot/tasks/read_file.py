"""The task of reading a file, or a pasted text, into a card."""

from aiogram import Bot

from bot.dialogs.door import DialogDoor
from bot.dialogs.draft import Draft
from bot.dialogs.opening import open_card
from bot.i18n import Locales
from bot.tasks.download import download
from bot.tasks.payloads import FileToRead
from bot.tasks.status import StatusMessage
from domain.ports import TaskStore
from domain.work import Task
from usecases.read_resume_file import ReadResumeFile


class ReadFileWork:
    """Implements bot.tasks.runner.TaskWork."""

    def __init__(
        self,
        bot: Bot,
        store: TaskStore,
        read_resume_file: ReadResumeFile,
        door: DialogDoor,
        locales: Locales,
    ) -> None:
        self._bot = bot
        self._store = store
        self._read_resume_file = read_resume_file
        self._door = door
        self._locales = locales

    async def run(self, task: Task) -> None:
        file = FileToRead.model_validate(task.payload)
        await self._store.start(task.id)
        content = await self._content(file)
        translator = self._locales[task.locale]
        await StatusMessage(self._bot, task).show(translator.html("status-parsing"))
        read = await self._read_resume_file(content, file.file_name)
        name = file.file_name if file.is_named else None
        draft = Draft.from_reading(read.reading, read.file_sha256, name)
        async with self._door.enter(task.user_id, task.chat_id, task.locale) as manager:
            await open_card(manager, draft, in_place_of=task.status_message_id)
        await self._store.finish(task.id, "done")

    async def _content(self, file: FileToRead) -> bytes:
        if file.file_id is not None:
            return await download(self._bot, file.file_id)
        return (file.text or "").encode()
