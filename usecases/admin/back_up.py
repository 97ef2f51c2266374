"""A copy of the whole database."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from domain.ports import DatabaseKeeper, SettingStore
from usecases.admin.check_health import LAST_BACKUP

BACKUPS: Final = "backups"
"""The folder beside the database."""


class BackUp:
    """Leaves the copy in `backups`, beside the database; its caller takes it away from there."""

    def __init__(
        self, keeper: DatabaseKeeper, settings: SettingStore, clock: Callable[[], datetime]
    ) -> None:
        self._keeper = keeper
        self._settings = settings
        self._clock = clock

    async def __call__(self) -> Path:
        """A checked and compressed file. Raises StorageError."""
        packed = await self._keeper.back_up(self._keeper.path.parent / BACKUPS)
        await self._settings.write(LAST_BACKUP, self._clock().isoformat(timespec="seconds"))
        return packed
