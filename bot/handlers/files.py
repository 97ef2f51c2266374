"""Files: accepted at any moment, whatever dialog is open."""

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.types import Document, Message, PhotoSize

from bot.i18n import Translator
from bot.tasks.accepting import accept_document, accept_photo
from bot.tasks.runner import TaskRunner

_NOT_READ = {
    ContentType.ANIMATION,
    ContentType.AUDIO,
    ContentType.CONTACT,
    ContentType.LOCATION,
    ContentType.POLL,
    ContentType.STICKER,
    ContentType.STORY,
    ContentType.VENUE,
    ContentType.VIDEO,
    ContentType.VIDEO_NOTE,
    ContentType.VOICE,
}
"""What a person sends, unlike a chat's own service messages, which need no answer."""


def files_router() -> Router:
    router = Router(name="files")
    router.message.register(accept_file, F.document.as_("document"))
    router.message.register(accept_picture, F.photo[-1].as_("photo"))
    router.message.register(explain_other, F.content_type.in_(_NOT_READ))
    return router


async def accept_file(
    message: Message, document: Document, translator: Translator, tasks: TaskRunner
) -> None:
    await accept_document(tasks, message, document, translator)


async def accept_picture(
    message: Message, photo: PhotoSize, translator: Translator, tasks: TaskRunner
) -> None:
    await accept_photo(tasks, message, photo, translator)


async def explain_other(message: Message, translator: Translator) -> None:
    await message.answer(translator.html("hint-other"))
