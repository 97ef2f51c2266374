"""Copies and exports beside the database: nothing half done stays, and nothing old."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from domain.ports import DatabaseKeeper
from usecases.admin.back_up import BACKUPS, BackUp
from usecases.admin.export_all import EXPORTS, clear_exports

COPY_IS_OLD_AFTER: Final = timedelta(hours=17)
"""With a look every six hours no copy is a day old: what people erased is then in none."""


class KeepFiles:
    """At start and every few hours."""

    def __init__(
        self, keeper: DatabaseKeeper, back_up: BackUp, clock: Callable[[], datetime]
    ) -> None:
        self._keeper = keeper
        self._folder = keeper.path.parent
        self._back_up = back_up
        self._clock = clock

    def clear_at_start(self) -> None:
        """Before work goes on: what lies there was left by a process that was killed."""
        self._keeper.clear(self._folder / BACKUPS)
        clear_exports(self._folder / EXPORTS)

    async def __call__(self) -> Path | None:
        """A new copy in the place of an old one, where there is an old one; its path.

        Raises StorageError; the old one stays then, until the next time.
        """
        await self._keeper.scrub()
        made_at = self._keeper.oldest_copy_at(self._folder / BACKUPS)
        if made_at is None or self._clock() - made_at < COPY_IS_OLD_AFTER:
            return None
        return await self._back_up()
