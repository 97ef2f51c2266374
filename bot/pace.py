"""How often somebody did something lately; forgotten with the process."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from typing import Final

_REMEMBERED: Final = 10_000


class Pace:
    """Counts what each does within a sliding window of time, up to a limit; a user's id, or any
    other key."""

    def __init__(
        self, limit: int, window_seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.limit = limit
        self._window_seconds = window_seconds
        self._clock = clock
        self._times: OrderedDict[Hashable, deque[float]] = OrderedDict()

    def wait_seconds(self, who: Hashable) -> float:
        """Until this one may go on; 0 where they may now."""
        times = self._recent(who)
        return times[0] + self._window_seconds - self._clock() if len(times) >= self.limit else 0

    def note(self, who: Hashable) -> None:
        times = self._recent(who)
        times.append(self._clock())
        self._times[who] = times
        self._times.move_to_end(who)
        if len(self._times) > _REMEMBERED:
            self._times.popitem(last=False)

    def _recent(self, who: Hashable) -> deque[float]:
        times = self._times.get(who) or deque(maxlen=self.limit)
        while times and times[0] <= self._clock() - self._window_seconds:
            times.popleft()
        return times
