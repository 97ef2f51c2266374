"""The history: every row that fits is on exactly one page, and nobody sees another's."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.analysis import NewAnalysis
from domain.resume import Resume
from tests.unit.usecases.fakes import ASSESSMENT, RESUME, FakeAnalyses
from usecases.search_history import HistoryPage, HistorySearch, SearchHistory

NOW = datetime(2026, 3, 1, 0, 30, tzinfo=UTC)


async def history(*owners: int, resume: Resume = RESUME) -> FakeAnalyses:
    analyses = FakeAnalyses()
    for user_id in owners:
        await analyses.add(scored(user_id, resume))
    return analyses


def scored(user_id: int = 1, resume: Resume = RESUME, **about: object) -> NewAnalysis:
    facts = {"source": "form", "file_sha256": None, "assessment": ASSESSMENT} | about
    return NewAnalysis(user_id=user_id, resume=resume, **facts)


async def search(
    analyses: FakeAnalyses, page: int = 1, size: int = 10, *, blind: bool = False, **asked: object
) -> HistoryPage:
    wanted = HistorySearch(**asked)
    return await SearchHistory(analyses, lambda: NOW)(1, wanted, page, size, blind=blind)


def ids(page: HistoryPage) -> list[int]:
    return [line.id for line in page.lines]


@given(owners=st.lists(st.integers(1, 2), max_size=20), page_size=st.integers(1, 7))
def test_the_pages_hold_each_own_row_once_newest_first(owners: list[int], page_size: int) -> None:
    async def all_pages() -> Sequence[int]:
        analyses = await history(*owners)
        first = await search(analyses, 1, page_size)
        pages = [await search(analyses, one, page_size) for one in range(1, first.pages + 1)]
        assert all(len(page.lines) <= page_size for page in pages)
        assert {page.found for page in pages} == {page.total for page in pages}
        assert {page.total for page in pages} == {owners.count(1)}
        assert [page.page for page in pages] == list(range(1, first.pages + 1))
        return [one for page in pages for one in ids(page)]

    own = [place for place, owner in enumerate(owners, 1) if owner == 1]
    assert asyncio.run(all_pages()) == own[::-1]


@pytest.mark.parametrize(("asked", "given_page"), [(-5, 1), (0, 1), (2, 2), (3, 2), (10**20, 2)])
async def test_a_page_that_is_not_there_is_the_nearest(asked: int, given_page: int) -> None:
    page = await search(await history(1, 1, 1), asked, 2)
    assert (page.page, page.pages, page.found) == (given_page, 2, 3)


async def test_an_empty_history_is_one_empty_page() -> None:
    page = await search(await history())
    assert (ids(page), page.page, page.pages, page.found, page.total) == ([], 1, 1, 0, 0)


async def test_words_look_at_position_city_company_and_file() -> None:
    analyses = await history(1, resume=Resume(position="Повар", city="Орёл"))
    await analyses.add(scored(resume=Resume(position="Юрист", client_name="Банк"), file_name="a"))
    await analyses.add(scored(resume=Resume(position="Юрист"), file_name="Ivanova.pdf"))
    for words, found in (("орел", [1]), ("банк", [2]), ("ivan", [3]), ("юрист", [3, 2])):
        page = await search(analyses, words=words)
        assert (ids(page), page.found, page.total) == (found, len(found), 3)


async def test_a_blind_search_neither_finds_nor_shows_cities() -> None:
    analyses = await history(1, resume=Resume(position="Повар", city="Орёл"))
    assert ids(await search(analyses, words="орел", blind=True)) == []
    (line,) = (await search(analyses, words="повар", blind=True)).lines
    assert line.city is None


@pytest.mark.parametrize(
    ("period", "days_ago", "is_within"),
    [
        ("today", 0, True),
        ("today", 1, False),
        ("week", 6, True),
        ("week", 7, False),
        ("month", 29, True),
        ("month", 30, False),
    ],
)
def test_a_period_counts_whole_days(period: str, days_ago: int, is_within: bool) -> None:
    wanted = HistorySearch(period=period).as_filter(NOW)
    assert wanted.since is not None
    day = NOW.date() - timedelta(days=days_ago)
    assert (wanted.since <= datetime(day.year, day.month, day.day, tzinfo=UTC)) is is_within


def test_a_band_holds_the_scores_that_people_see_in_it() -> None:
    high, middle, low = (
        HistorySearch(band=band).as_filter(NOW) for band in ("high", "middle", "low")
    )
    assert (high.score_from, high.score_below) == (69.5, None)
    assert (middle.score_from, middle.score_below) == (49.5, 69.5)
    assert (low.score_from, low.score_below) == (None, 49.5)


def test_words_are_kept_short_and_only_where_they_ask_for_something() -> None:
    asked = HistorySearch(band="low").with_words("  повар \n в тверь" + "ь" * 4000)
    assert asked.words is not None
    assert asked.words.startswith("повар в тверь")
    assert len(asked.words) <= 100
    assert asked.with_words("%%%") == asked
    assert asked.is_narrowed
    assert not asked.widened().is_narrowed


async def test_another_page_of_a_search_reads_no_resume_again() -> None:
    analyses = await history(1, 1, 1, resume=Resume(position="Повар"))
    searching = SearchHistory(analyses, lambda: NOW)
    wanted = HistorySearch(words="повар")
    assert [ids(await searching(1, wanted, page, 2, blind=False)) for page in (1, 2)] == [
        [3, 2],
        [1],
    ]
    await analyses.add(scored(resume=Resume(position="Повар")))
    await analyses.delete(1, 2)
    assert ids(await searching(1, wanted, 1, 9, blind=False)) == [4, 3, 1]
    assert ids(await searching(2, wanted, 1, 9, blind=False)) == []


async def test_searches_beyond_what_is_remembered_are_made_anew() -> None:
    analyses = await history(1, resume=Resume(position="Повар"))
    searching = SearchHistory(analyses, lambda: NOW)
    for number in range(40):
        found = await searching(1, HistorySearch(words=f"пов {number % 20}"), 1, 9, blind=False)
        assert ids(found) == []
    assert ids(await searching(1, HistorySearch(words="пов"), 1, 9, blind=False)) == [1]
