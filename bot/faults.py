"""Which faults only ask for patience: the same may do later."""

from typing import Final

from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram_dialog.api.exceptions import UnknownIntent

from domain.errors import DatabaseBusyError, DatabaseUnavailableError

TELEGRAM_IS_AWAY: Final = (TelegramNetworkError, TelegramServerError, TelegramRetryAfter)
"""Not reached, out of order, or asked for too much."""
DISK_IS_AWAY: Final = (DatabaseBusyError, DatabaseUnavailableError)
"""The database is locked by somebody else, or its disk is full or gone."""
PASSING_FAULTS: Final = (*TELEGRAM_IS_AWAY, *DISK_IS_AWAY, UnknownIntent)
"""The last is a window that stands on one which is gone; telling of it closes them all."""


def passing_fault_behind(error: BaseException) -> BaseException | None:
    """The fault in the course of which this error came up, or the error itself.

    What cleans up after a fault may stumble over what the fault has left: aiogram_dialog does so
    where the disk fails while it saves a dialog.
    """
    behind: BaseException | None = error
    while behind is not None and not isinstance(behind, PASSING_FAULTS):
        behind = behind.__cause__ or behind.__context__
    return behind
