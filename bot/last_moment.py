"""The end of a stop that hangs: whoever asked for it waits ten seconds and no longer."""

import logging
import os
import threading
from typing import Final

STOP_LIMIT_SECONDS: Final = 9.0
_log = logging.getLogger(__name__)


class LastMoment:
    """Ends the process some time after `set`, unless it is `unset` before.

    All that was accepted is on disk, as it is for a `kill -9`. A thread, as the event loop itself
    may be what hangs; e.g. in a database that another program keeps locked.
    """

    def __init__(self, seconds: float = STOP_LIMIT_SECONDS) -> None:
        self._timer = threading.Timer(seconds, _end)
        self._timer.daemon = True

    def set(self) -> None:
        self._timer.start()

    def unset(self) -> None:
        self._timer.cancel()


def _end() -> None:
    _log.error("the stop is cut short; what was not done is on disk")
    logging.shutdown()
    os._exit(0)
