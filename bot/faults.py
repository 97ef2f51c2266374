"""Which faults only ask for patience: the same may do later."""

from typing import Final

from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from domain.errors import DatabaseBusyError, DatabaseUnavailableError

TELEGRAM_IS_AWAY: Final = (TelegramNetworkError, TelegramServerError, TelegramRetryAfter)
"""Not reached, out of order, or asked for too much."""
DISK_IS_AWAY: Final = (DatabaseBusyError, DatabaseUnavailableError)
"""The database is locked by somebody else, or its disk is full or gone."""
PASSING_FAULTS: Final = (*TELEGRAM_IS_AWAY, *DISK_IS_AWAY)
