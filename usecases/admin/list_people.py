"""Everybody who ever wrote, a page at a time."""

from domain.administration import KnownPerson
from domain.ports import PeopleDirectory
from usecases.admin.pages import Page, read_page


class ListPeople:
    def __init__(self, directory: PeopleDirectory) -> None:
        self._directory = directory

    async def __call__(self, number: int, size: int) -> Page[KnownPerson]:
        """Who was seen last comes first."""
        return await read_page(self._directory.page, await self._directory.count(), number, size)
