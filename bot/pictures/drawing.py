"""Drawing in processes of their own.

matplotlib holds Python's lock for most of the time that a picture takes, and every tap would wait
for it. They end with the bot's own: the pipe between them is closed then.
"""

import os
from collections.abc import Callable
from typing import Final, TypeVar

from anyio import BrokenWorkerProcess, CapacityLimiter, to_process

Facts = TypeVar("Facts")
_NICENESS: Final = 5
_EASELS: Final = CapacityLimiter(2)


async def drawn(draw: Callable[[Facts], bytes], facts: Facts) -> bytes:
    """`draw(facts)`, where both can be pickled: a function of a module and plain data.

    Two pictures at once, as the other cores belong to the model. Raises what `draw` raises, and
    BrokenWorkerProcess where two processes ended over it.
    """
    try:
        return await _in_own_process(draw, facts)
    except BrokenWorkerProcess:
        return await _in_own_process(draw, facts)


async def _in_own_process(draw: Callable[[Facts], bytes], facts: Facts) -> bytes:
    return await to_process.run_sync(
        _drawn_at_leisure, draw, facts, cancellable=True, limiter=_EASELS
    )


def _drawn_at_leisure(draw: Callable[[Facts], bytes], facts: Facts) -> bytes:
    """A tap is answered before a picture is drawn, where both want the same core."""
    os.nice(max(0, _NICENESS - os.nice(0)))
    return draw(facts)
