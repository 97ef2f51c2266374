"""Drawing beside the event loop."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache


async def drawn(draw: Callable[[], bytes]) -> bytes:
    """What `draw` gives, e.g. `await drawn(lambda: draw_answer(facts))`.

    One thread draws everything: matplotlib is not safe in two at once, its fonts are cached per
    thread, and the other cores belong to the model.
    """
    return await asyncio.get_running_loop().run_in_executor(_easel(), draw)


@lru_cache(maxsize=1)
def _easel() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")
