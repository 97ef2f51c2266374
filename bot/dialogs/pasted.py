"""A resume pasted as text while a dialog waits for a short answer."""

from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode

from bot.tasks.accepting import accept_pasted_text, is_pasted_resume


async def took_pasted_resume(message: Message, manager: DialogManager) -> bool:
    """A long text is a resume, whatever was asked; the window stays where it is."""
    if not is_pasted_resume(message):
        return False
    about = manager.middleware_data
    await accept_pasted_text(about["tasks"], message, about["translator"], about["state"])
    manager.show_mode = ShowMode.NO_UPDATE
    return True
