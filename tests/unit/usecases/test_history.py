"""The history: every row is on exactly one page, and nobody sees another's."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.analysis import NewAnalysis
from domain.errors import AnalysisNotFoundError
from tests.unit.usecases.fakes import ASSESSMENT, RESUME, FakeAnalyses
from usecases.delete_analysis import DeleteAnalysis
from usecases.list_history import ListHistory
from usecases.open_analysis import OpenAnalysis


async def _history(*owners: int) -> FakeAnalyses:
    analyses = FakeAnalyses()
    for user_id in owners:
        await analyses.add(
            NewAnalysis(
                user_id=user_id,
                source="form",
                file_sha256=None,
                resume=RESUME,
                assessment=ASSESSMENT,
            )
        )
    return analyses


@given(owners=st.lists(st.integers(1, 2), max_size=20), page_size=st.integers(1, 7))
def test_the_pages_hold_each_own_row_once_newest_first(owners: list[int], page_size: int) -> None:
    async def all_pages() -> list[int]:
        list_history = ListHistory(await _history(*owners))
        first = await list_history(1, 1, page_size)
        pages = [await list_history(1, page, page_size) for page in range(1, first.pages + 1)]
        assert all(len(page.items) <= page_size for page in pages)
        assert {page.total for page in pages} == {owners.count(1)}
        assert [page.page for page in pages] == list(range(1, first.pages + 1))
        return [row.id for page in pages for row in page.items]

    own = [place for place, owner in enumerate(owners, 1) if owner == 1]
    assert asyncio.run(all_pages()) == own[::-1]


@pytest.mark.parametrize(("asked", "given_page"), [(-5, 1), (0, 1), (2, 2), (3, 2), (10**20, 2)])
async def test_a_page_that_is_not_there_is_the_nearest(asked: int, given_page: int) -> None:
    page = await ListHistory(await _history(1, 1, 1))(1, asked, 2)
    assert (page.page, page.pages, page.total) == (given_page, 2, 3)


async def test_an_empty_history_is_one_empty_page() -> None:
    page = await ListHistory(await _history())(1, 1, 5)
    assert (list(page.items), page.page, page.pages, page.total) == ([], 1, 1, 0)


async def test_a_row_is_opened_and_deleted_by_its_owner_only() -> None:
    analyses = await _history(1, 2)
    opened = await OpenAnalysis(analyses)(1, 1)
    assert opened.id == 1
    with pytest.raises(AnalysisNotFoundError):
        await OpenAnalysis(analyses)(1, 2)
    with pytest.raises(AnalysisNotFoundError):
        await DeleteAnalysis(analyses)(1, 2)
    await DeleteAnalysis(analyses)(1, 1)
    with pytest.raises(AnalysisNotFoundError):
        await OpenAnalysis(analyses)(1, 1)
    assert [row.id for row in analyses.rows] == [2]
