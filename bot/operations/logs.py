"""Logs: one line or one JSON object an event, with the request it belongs to, without tokens."""

import json
import logging
import sys
from datetime import UTC, datetime
from types import TracebackType
from typing import Literal

from bot.operations.requests import current_request
from bot.redaction import redact

LogFormat = Literal["text", "json"]


class LineFormatter(logging.Formatter):
    """`time LEVEL logger [request] message`, and below it the trace."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s [%(request)s] %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        record.request = current_request()
        return redact(super().format(record))


class JsonFormatter(logging.Formatter):
    """One object a line: `time` (ISO, UTC), `level`, `logger`, `request`, `message`, `trace`."""

    def format(self, record: logging.LogRecord) -> str:
        event = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": current_request(),
            "message": redact(record.getMessage()),
        }
        if record.exc_info:
            event["trace"] = redact(self.formatException(record.exc_info))
        return json.dumps(event, ensure_ascii=False)


def set_up_logging(level: str, log_format: LogFormat = "text") -> None:
    """Logs to stderr; uncaught exceptions and warnings go the same redacted way."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if log_format == "json" else LineFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # One line an update is the bot's own log already; aiogram's says the same again.
    logging.getLogger("aiogram.event").setLevel(logging.WARNING)
    # A tap that was answered by its handler is answered again by the dialog: that is no news.
    logging.getLogger("aiogram_dialog.manager.message_manager").setLevel(logging.ERROR)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    # Every probe of a health check would be a line.
    logging.getLogger("aiohttp.access").setLevel(logging.WARNING)
    logging.captureWarnings(True)
    sys.excepthook = _log_uncaught


def _log_uncaught(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("stopped by a fault", exc_info=(kind, error, traceback))
