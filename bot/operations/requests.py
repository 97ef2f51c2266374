"""One name for all that comes of one update, from its arrival to the last word of its answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

NO_REQUEST: Final = "-"
REQUEST: Final = "request"
"""The key under which a stored task keeps the name of its request over a restart."""
_request: ContextVar[str] = ContextVar("request", default=NO_REQUEST)


def current_request() -> str:
    """The name that this task's log lines carry; `-` outside of any request."""
    return _request.get()


@contextmanager
def request(name: str) -> Iterator[None]:
    """Everything in here, and the asyncio tasks that it starts, belongs to the request."""
    token = _request.set(name)
    try:
        yield
    finally:
        _request.reset(token)
