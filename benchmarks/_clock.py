"""How long a call takes. Imports nothing, so that what is measured is the only load."""

import time
from collections.abc import Callable


def seconds(call: Callable[[], object], *, best_of: int = 1) -> float:
    taken = []
    for _ in range(best_of):
        started = time.perf_counter()
        call()
        taken.append(time.perf_counter() - started)
    return min(taken)
