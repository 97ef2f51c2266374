"""Long lists a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

Item = TypeVar("Item")
Item_co = TypeVar("Item_co", covariant=True)


class Listing(Protocol[Item_co]):
    async def __call__(self, *, limit: int, offset: int) -> Sequence[Item_co]: ...


@dataclass(frozen=True)
class Page(Generic[Item]):
    """`number` counts from 1; it is the nearest page that exists to the one that was asked for."""

    items: Sequence[Item]
    number: int
    pages: int
    total: int


async def read_page(listing: Listing[Item], total: int, number: int, size: int) -> Page[Item]:
    pages = max(1, -(-total // size))
    number = min(max(number, 1), pages)
    items = await listing(limit=size, offset=(number - 1) * size)
    return Page(items, number, pages, total)
