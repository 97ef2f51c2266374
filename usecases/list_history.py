"""A person's scored resumes, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.analysis import Analysis
from domain.ports import AnalysisRepository


@dataclass(frozen=True)
class HistoryPage:
    """One page, newest first. `page` counts from 1 to `pages`; an empty history has one page."""

    items: Sequence[Analysis]
    page: int
    pages: int
    total: int


class ListHistory:
    """Gives a page of one person's history."""

    def __init__(self, analyses: AnalysisRepository) -> None:
        self._analyses = analyses

    async def __call__(self, user_id: int, page: int, page_size: int) -> HistoryPage:
        """The page asked for, or the nearest there is: rows may be gone since a button was sent."""
        total = await self._analyses.count(user_id)
        pages = max(1, -(-total // page_size))
        page = min(max(page, 1), pages)
        items = await self._analyses.list_newest(
            user_id, limit=page_size, offset=(page - 1) * page_size
        )
        return HistoryPage(items, page, pages, total)
