"""Where things of a person's own are kept beside the dialogs: under a key of their own, so that
neither a dialog that resets the stack nor a handler that clears its state loses them."""

from dataclasses import replace
from typing import Final

from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram_dialog import DialogManager

_DESTINY: Final = "kept"


def kept_beside(state: FSMContext) -> FSMContext:
    """The person's record, from the state that a handler is given."""
    return FSMContext(state.storage, replace(state.key, destiny=_DESTINY))


def record_of(manager: DialogManager) -> FSMContext:
    """The same, also where a dialog is entered from outside of the person's own updates."""
    about = manager.middleware_data
    key = StorageKey(
        bot_id=about["bot"].id,
        chat_id=about["event_chat"].id,
        user_id=about["event_from_user"].id,
        destiny=_DESTINY,
    )
    return FSMContext(about["fsm_storage"], key)
