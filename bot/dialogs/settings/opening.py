"""The settings go on top of what is open, and closing them brings that back."""

from aiogram_dialog import DialogManager, ShowMode

from bot.dialogs.aside import put_aside
from bot.dialogs.states import PersonSettings


async def open_settings(manager: DialogManager) -> None:
    await put_aside(manager, "waits")
    while manager.has_context() and manager.current_context().state.group is PersonSettings:
        await manager.mark_closed()
    await manager.start(PersonSettings.view, show_mode=ShowMode.SEND)
