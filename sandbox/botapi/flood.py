"""Telegram's limits of sending, for bots that write to many: 429 with retry_after."""

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.botapi.parameters import Parameters
from sandbox.telegram.errors import BotApiError

_SPEAKING = ("send", "copy", "forward", "editmessage")
_SILENT = frozenset({"sendchataction"})


@dataclass(frozen=True)
class Limit:
    """At most `count` messages within any `seconds`."""

    count: int
    seconds: float


# About one a second in a chat with short bursts, 30 a second over all, 20 a minute in a group:
# core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
_ALL = Limit(30, 1)
_CHAT = Limit(5, 5)
_GROUP = Limit(20, 60)


@dataclass
class FloodLimits:
    """Off until somebody asks for them. Edits count, "typing…" does not, an album by its parts."""

    is_on: bool = False
    clock: Callable[[], float] = time.monotonic
    _sent: dict[int | None, deque[float]] = field(default_factory=dict)

    def set(self, is_on: bool) -> None:
        self.is_on = is_on
        self._sent.clear()

    def check(self, method: str, parameters: Parameters) -> None:
        """Counts a call; raises BotApiError 429 where it is one too many, and then not."""
        name = method.lower()
        if not self.is_on or name in _SILENT or not name.startswith(_SPEAKING):
            return
        chat_id, count, now = parameters.integer("chat_id"), _messages(parameters), self.clock()
        limits = [(None, _ALL), (chat_id, _GROUP if chat_id < 0 else _CHAT)]
        waits = [self._wait_seconds(key, limit, count, now) for key, limit in limits]
        if max(waits) > 0:
            seconds = max(1, math.ceil(max(waits)))
            raise BotApiError(429, f"Too Many Requests: retry after {seconds}", seconds)
        for key, _ in limits:
            self._sent.setdefault(key, deque()).extend([now] * count)

    def _wait_seconds(self, key: int | None, limit: Limit, count: int, now: float) -> float:
        """How long until `count` more fit; 0 where they do. More than the limit at once may go."""
        sent = self._sent.setdefault(key, deque())
        while sent and sent[0] <= now - limit.seconds:
            sent.popleft()
        too_many = len(sent) + count - limit.count
        if too_many <= 0 or not sent:
            return 0.0
        return sent[min(too_many, len(sent)) - 1] + limit.seconds - now


def _messages(parameters: Parameters) -> int:
    for name in ("media", "message_ids"):
        several = parameters.structure(name)
        if isinstance(several, list) and several:
            return len(several)
    return 1
