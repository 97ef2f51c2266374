"""How a CPU's cores are shared out among packs.

A layer of a small model takes less time than threads need to wait for one another: two threads
within it were slower than one. So small models run whole packs side by side, a thread each, and
large ones run one pack with all threads in each product (`python -m benchmarks.inference_assess`).
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

import torch

Pack = TypeVar("Pack")
Result = TypeVar("Result")


def run_side_by_side(
    run: Callable[[Pack], Result], packs: Sequence[Pack], workers: int
) -> list[Result]:
    """Results in order; each pack in one thread, up to `workers` packs at a time."""
    with _ONE_THREAD:
        if len(packs) <= 1 or workers == 1:
            return list(map(run, packs))
        with ThreadPoolExecutor(min(workers, len(packs)), "packs") as pool:
            return list(pool.map(run, packs))


class _OneThreadAnOperation:
    """torch's setting is one for the process: the first to enter sets it, the last puts it back."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._before = 1

    def __enter__(self) -> None:
        with self._lock:
            if self._inside == 0:
                self._before = torch.get_num_threads()
                torch.set_num_threads(1)
            self._inside += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0:
                torch.set_num_threads(self._before)


_ONE_THREAD: Final = _OneThreadAnOperation()
