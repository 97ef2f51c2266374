"""When Telegram was last heard, and what went wrong since."""

import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from bot.updates.intake import Poll
from bot.updates.polling import PollingError
from domain.health import TelegramHealth


class Pulse:
    """Filled by the poll or the webhook, read by /health. Forgotten with the process."""

    def __init__(self) -> None:
        self.health = TelegramHealth(answered_at=None, lag_seconds=None, error=None, error_at=None)

    def answered(self, batch: Sequence[Mapping[str, Any]]) -> None:
        sent = [date for update in batch if (date := _sent_at(update)) is not None]
        lag = {"lag_seconds": max(0.0, time.time() - max(sent))} if sent else {}
        self.health = self.health.model_copy(update={"answered_at": datetime.now(UTC)} | lag)

    def watched(self, waiting: int, trouble: str | None) -> None:
        """Telegram told how the webhook is; `trouble` is why it brings nothing."""
        self.answered([])
        self.health = self.health.model_copy(update={"waiting": waiting})
        if trouble is not None:
            self.failed(trouble)

    def heard_at(self) -> float:
        """Unix time; 0 where nothing was heard yet."""
        answered_at = self.health.answered_at
        return answered_at.timestamp() if answered_at else 0.0

    def failed(self, reason: str) -> None:
        change = {"error": reason, "error_at": datetime.now(UTC)}
        self.health = self.health.model_copy(update=change)


class FeltPoll:
    """A Poll that keeps the pulse."""

    def __init__(self, poll: Poll, pulse: Pulse) -> None:
        self._poll = poll
        self._pulse = pulse

    async def next_batch(self, offset: int | None) -> Sequence[Mapping[str, Any]]:
        try:
            batch = await self._poll.next_batch(offset)
        except PollingError as error:
            self._pulse.failed(f"{error.status or ''} {error.reason}".strip())
            raise
        self._pulse.answered(batch)
        return batch


def _sent_at(update: Mapping[str, Any]) -> int | None:
    """Only messages have a time; a tap has that of the message below which it was."""
    message = update.get("message")
    date = message.get("date") if isinstance(message, dict) else None
    return date if isinstance(date, int) else None
