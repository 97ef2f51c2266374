"""The end of a stop that hangs: whoever asked for it waits ten seconds and no longer."""

import logging
import os
import threading
from typing import Final

STOP_LIMIT_SECONDS: Final = 9.0
_log = logging.getLogger(__name__)


def last_moment(seconds: float = STOP_LIMIT_SECONDS) -> threading.Timer:
    """Once started it ends the process after that time, unless it is cancelled before.

    All that was accepted is on disk, as it is for a `kill -9`. A thread, as the event loop itself
    may be what hangs; e.g. in a database that another program keeps locked.
    """
    timer = threading.Timer(seconds, _end)
    timer.daemon = True
    return timer


def _end() -> None:
    _log.error("the stop is cut short; what was not done is on disk")
    logging.shutdown()
    os._exit(0)
