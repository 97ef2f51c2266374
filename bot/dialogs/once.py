"""An answer counts once, also where a crash made its update be handled again."""

from aiogram.types import Message
from aiogram_dialog import DialogManager


def is_first_time(manager: DialogManager, message: Message) -> bool:
    """False for the message that this dialog took last; its effect is in the dialog already."""
    if manager.dialog_data.get("taken") == message.message_id:
        return False
    manager.dialog_data["taken"] = message.message_id
    return True
