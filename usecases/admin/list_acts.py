"""What admins did, a page at a time."""

from domain.administration import AdminAct
from domain.ports import AdminActLog
from usecases.admin.pages import Page, read_page


class ListActs:
    def __init__(self, acts: AdminActLog) -> None:
        self._acts = acts

    async def __call__(self, number: int, size: int) -> Page[AdminAct]:
        """Newest first."""
        return await read_page(self._acts.newest, await self._acts.count(), number, size)
