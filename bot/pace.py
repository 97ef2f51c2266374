"""How often a person did something lately; forgotten with the process."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Final

_REMEMBERED_PEOPLE: Final = 10_000


class Pace:
    """Counts what each person does within a sliding window of time, up to a limit."""

    def __init__(
        self, limit: int, window_seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.limit = limit
        self._window_seconds = window_seconds
        self._clock = clock
        self._times: OrderedDict[int, deque[float]] = OrderedDict()

    def wait_seconds(self, user_id: int) -> float:
        """Until this person may go on; 0 where they may now."""
        times = self._recent(user_id)
        return times[0] + self._window_seconds - self._clock() if len(times) >= self.limit else 0

    def note(self, user_id: int) -> None:
        times = self._recent(user_id)
        times.append(self._clock())
        self._times[user_id] = times
        self._times.move_to_end(user_id)
        if len(self._times) > _REMEMBERED_PEOPLE:
            self._times.popitem(last=False)

    def _recent(self, user_id: int) -> deque[float]:
        times = self._times.get(user_id) or deque(maxlen=self.limit)
        while times and times[0] <= self._clock() - self._window_seconds:
            times.popleft()
        return times
