"""Logging that can't tell a bot's token."""

import logging
import re
import sys
from types import TracebackType

_TOKEN = re.compile(r"(?i)(bot)?\b\d{3,}:[A-Za-z0-9_-]{20,}")
_URL_TOKEN = re.compile(r"/bot\d+(?::|%3[Aa])[^/\s'\"]+")
REDACTED = "<token>"


def redact(text: str) -> str:
    """The text without anything that looks like `bot<id>:<token>` or `<id>:<token>`."""
    return _TOKEN.sub(REDACTED, _URL_TOKEN.sub(f"/{REDACTED}", text))


class RedactingFormatter(logging.Formatter):
    """Redacts the whole formatted record: message, arguments, traceback, exception text."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def set_up_logging(level: str) -> None:
    """Logs to stderr; uncaught exceptions and warnings go the same redacted way."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # One line an update is the bot's own log already; aiogram's says the same again.
    logging.getLogger("aiogram.event").setLevel(logging.WARNING)
    # A tap that was answered by its handler is answered again by the dialog: that is no news.
    logging.getLogger("aiogram_dialog.manager.message_manager").setLevel(logging.ERROR)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    logging.captureWarnings(True)
    sys.excepthook = _log_uncaught


def _log_uncaught(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("stopped by a fault", exc_info=(kind, error, traceback))
