"""A link sent while a window is open that could do nothing with it."""

from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode

from bot.i18n import Translator
from bot.links import has_link


async def explained_link(message: Message, manager: DialogManager) -> bool:
    """Says that links are not opened; the window stays where it is."""
    if not has_link(message):
        return False
    translator: Translator = manager.middleware_data["translator"]
    await message.answer(translator.html("hint-link"))
    manager.show_mode = ShowMode.NO_UPDATE
    return True
