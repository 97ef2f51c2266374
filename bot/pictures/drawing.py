"""Drawing in a process of its own.

matplotlib holds Python's lock for most of the time that a picture takes, and every tap would wait
for it. The process ends with the bot's own: the pipe between them is closed then.
"""

import os
from collections.abc import Callable
from typing import Final, TypeVar

from anyio import BrokenWorkerProcess, CapacityLimiter, to_process
from anyio.lowlevel import RunVar

Facts = TypeVar("Facts")
_NICENESS: Final = 5
_easel: Final[RunVar[CapacityLimiter]] = RunVar("_easel")


async def drawn(draw: Callable[[Facts], bytes], facts: Facts) -> bytes:
    """`draw(facts)`, where both can be pickled: a function of a module and plain data.

    One picture at a time: the other cores belong to the model. Raises what `draw` raises, and
    BrokenWorkerProcess where two processes ended over it.
    """
    try:
        return await _in_own_process(draw, facts)
    except BrokenWorkerProcess:
        return await _in_own_process(draw, facts)


async def _in_own_process(draw: Callable[[Facts], bytes], facts: Facts) -> bytes:
    one_at_a_time = _the_easel()
    return await to_process.run_sync(
        _drawn_at_leisure, draw, facts, cancellable=True, limiter=one_at_a_time
    )


def _the_easel() -> CapacityLimiter:
    try:
        return _easel.get()
    except LookupError:
        easel = CapacityLimiter(1)
        _easel.set(easel)
        return easel


def _drawn_at_leisure(draw: Callable[[Facts], bytes], facts: Facts) -> bytes:
    """A tap is answered before a picture is drawn, where both want the same core."""
    os.nice(max(0, _NICENESS - os.nice(0)))
    return draw(facts)
