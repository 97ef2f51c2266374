"""Plain filters run where they are: aiogram gives each `F....` to a thread of its own.

aiogram 3.31 calls every filter that is no coroutine function by `asyncio.to_thread`. A dozen of
them stand before a text finds its handler, and each way to a thread and back costs more than the
rest of the handling.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.handler import FilterObject


def run_filters_in_place(router: Router) -> None:
    """Changes the filters of this router and all below it. They must not block."""
    for one in router.chain_tail:
        for observer in one.observers.values():
            for handler in observer.handlers:
                for event_filter in handler.filters or ():
                    _run_in_place(event_filter)


def _run_in_place(event_filter: FilterObject) -> None:
    if not event_filter.awaitable:
        event_filter.callback = _as_coroutine(event_filter.callback)
        event_filter.awaitable = True


def _as_coroutine(check: Callable[..., Any]) -> Callable[..., Awaitable[Any]]:
    async def checked(*arguments: Any, **named: Any) -> Any:
        return check(*arguments, **named)

    return checked
