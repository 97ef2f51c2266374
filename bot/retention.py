"""RETENTION_DAYS, acted on: at start and every few hours."""

import asyncio
import logging
from typing import Final

from domain.errors import StorageError
from usecases.purge_old import PurgeOld

PURGE_EVERY_SECONDS: Final = 6 * 3600.0
_log = logging.getLogger(__name__)


async def purge_for_ever(purge_old: PurgeOld) -> None:
    """Runs until it is cancelled; a database that can't be had now is asked again later."""
    while True:
        try:
            gone = await purge_old()
        except StorageError as error:
            _log.error("the purge of old data failed: %s", error)
        else:
            counts = ", ".join(f"{count} {kind}" for kind, count in gone.gone.items() if count)
            _log.info("purged what is older than %s: %s", gone.before.date(), counts or "nothing")
        await asyncio.sleep(PURGE_EVERY_SECONDS)
