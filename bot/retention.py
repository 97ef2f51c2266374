"""What is too old goes, at start and every few hours: rows by RETENTION_DAYS, copies by age."""

import asyncio
import logging
from typing import Final

from domain.errors import StorageError
from usecases.admin.keep_files import KeepFiles
from usecases.purge_old import PurgeOld

EVERY_SECONDS: Final = 6 * 3600.0
_log = logging.getLogger(__name__)


async def keep_house(keep_files: KeepFiles, purge_old: PurgeOld | None) -> None:
    """Runs until it is cancelled; a database that can't be had now is asked again later."""
    while True:
        try:
            if purge_old is not None:
                await _purge(purge_old)
            fresh = await keep_files()
            if fresh is not None:
                _log.info("a fresh copy took the place of older ones: %s", fresh)
        except StorageError as error:
            _log.error("old data could not be taken away: %s", error)
        await asyncio.sleep(EVERY_SECONDS)


async def _purge(purge_old: PurgeOld) -> None:
    purged = await purge_old()
    counts = ", ".join(f"{count} {kind}" for kind, count in purged.gone.items() if count)
    _log.info("purged what is older than %s: %s", purged.before.date(), counts or "nothing")
