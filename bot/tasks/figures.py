"""The tasks of counting and drawing: statistics, the audit, a recruiter's calibration."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, InputMediaPhoto
from pydantic import BaseModel, ConfigDict

from bot.i18n import Html, Locales, Translator
from bot.tasks.chat_action import acting
from bot.tasks.status import StatusMessage
from domain.measurement import Period
from domain.ports import TaskStore
from domain.work import Task

Figure = Literal["stats", "audit", "audit_pdf", "audit_swap", "calibrate"]
_IS_SO_ALREADY = "message is not modified"


class FigureToDraw(BaseModel):
    """`origin` is the command or the tap that asked; `period` is of statistics."""

    model_config = ConfigDict(frozen=True)

    origin: str
    figure: Figure
    period: Period = "week"


def is_for_admins(task: Task) -> bool:
    """A calibration is the recruiter's own."""
    return FigureToDraw.model_validate(task.payload).figure != "calibrate"


@dataclass(frozen=True)
class Drawn:
    """A text, a picture with its caption, or a document with one."""

    text: Html
    picture: bytes | None = None
    document: bytes | None = None
    file_name: str = "figures.png"
    keyboard: InlineKeyboardMarkup | None = None


DrawFigure = Callable[[Translator, Task, FigureToDraw], Awaitable[Drawn]]


class FiguresWork:
    """Implements bot.tasks.working_off.TaskWork; the status message becomes the figure."""

    def __init__(
        self, bot: Bot, store: TaskStore, locales: Locales, figures: Mapping[Figure, DrawFigure]
    ) -> None:
        self._bot = bot
        self._store = store
        self._locales = locales
        self._figures = figures

    async def run(self, task: Task) -> None:
        wanted = FigureToDraw.model_validate(task.payload)
        await self._store.start(task.id)
        async with acting(self._bot, task.chat_id, "upload_photo"):
            drawn = await self._figures[wanted.figure](self._locales[task.locale], task, wanted)
        await self._show(task, drawn)
        await self._store.finish(task.id, "done")

    async def _show(self, task: Task, drawn: Drawn) -> None:
        if drawn.document is not None:
            file = BufferedInputFile(drawn.document, drawn.file_name)
            await self._bot.send_document(task.chat_id, file, caption=drawn.text)
        elif drawn.picture is None:
            await StatusMessage(self._bot, task).show(drawn.text, drawn.keyboard)
        else:
            await self._show_picture(task, drawn, drawn.picture)

    async def _show_picture(self, task: Task, drawn: Drawn, picture: bytes) -> None:
        """In the status message, be it a text or an older picture; anew where it is gone."""
        photo = BufferedInputFile(picture, drawn.file_name)
        try:
            await self._bot.edit_message_media(
                InputMediaPhoto(media=photo, caption=drawn.text),
                chat_id=task.chat_id,
                message_id=task.status_message_id,
                reply_markup=drawn.keyboard,
            )
        except TelegramBadRequest as error:
            if _IS_SO_ALREADY not in error.message:
                await self._bot.send_photo(
                    task.chat_id, photo, caption=drawn.text, reply_markup=drawn.keyboard
                )
