"""Pictures in dialogs that are made on the spot and lie in no file."""

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.types import BufferedInputFile, InputFile
from aiogram_dialog.api.entities import MediaAttachment, MediaId
from aiogram_dialog.manager.message_manager import MessageManager

_UNSENT = "unsent"
"""Without an id or a path the library would take it for no media."""


class MadePicture(MediaAttachment):
    """A PNG in memory."""

    def __init__(self, png: bytes, name: str) -> None:
        super().__init__(ContentType.PHOTO, file_id=MediaId(_UNSENT))
        self.png = png
        self.name = name


class PictureMessages(MessageManager):
    """Sends such pictures too; otherwise as the library does."""

    async def get_media_source(self, media: MediaAttachment, bot: Bot) -> InputFile | str:
        if isinstance(media, MadePicture):
            return BufferedInputFile(media.png, media.name)
        return await super().get_media_source(media, bot)
