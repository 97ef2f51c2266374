"""Two models on the same resumes: correlation, ranks, and too few to compare."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import LANGUAGES, Language, Locales
from bot.replies.admin_models import comparison_text
from bot.tasks.compare_models import CompareModelsWork, comparison_table
from domain import errors
from tests.bot.conftest import Desk
from tests.bot.models_in_memory import LIVE, SHELF, KeptModels, accepted
from tests.bot.people import RESUME, analysis
from usecases.admin.compare_models import CompareModels, compare, ranks


async def test_two_models_are_compared_and_nothing_is_stored(desk: Desk) -> None:
    ages = (20, 30, 40, 70, 15)
    await desk.keeps(*(analysis(resume=RESUME.model_copy(update={"age": age})) for age in ages))
    models = KeptModels()
    compare_models = CompareModels(models, SHELF, desk.database.archive)
    there: asyncio.Future[object] = asyncio.get_running_loop().create_future()
    store, locales = desk.database.tasks, desk.parts.locales
    work = CompareModelsWork(desk.bot, store, there, compare_models, locales)
    task = await accepted(desk, "compare_models", place="compact", count=20)
    running = asyncio.create_task(work.run(task))
    await asyncio.sleep(0)
    # After a restart there is no model at first, and waiting for it is no attempt.
    assert [one.attempts for one in await store.unfinished()] == [0]
    there.set_result(None)
    await running
    text = desk.bot.shown[task.status_message_id or 0].text or ""
    assert "live → compact" in text
    assert "Pairs that change places: 2 of 6" in text
    assert "No. 4: place 1 → 3, score 70 → 30" in text
    assert "Not scored: 1" in text
    table = desk.bot.documents[0].document.data.decode("utf-8-sig")  # type: ignore[union-attr]
    assert table.splitlines()[1].startswith("4,70.0,30.0,-40.0,1.0,3.0")
    assert models.identities == (LIVE,)
    assert await desk.database.archive.count_analyses() == len(ages)


async def test_too_few_to_compare(desk: Desk) -> None:
    await desk.keeps()
    compare_models = CompareModels(KeptModels(), SHELF, desk.database.archive)

    async def quiet(done: int, total: int) -> None: ...

    with pytest.raises(errors.ActRefusedError):
        await compare_models("compact", 20, quiet)


@pytest.mark.parametrize("language", LANGUAGES)
def test_equal_scores_have_no_order(locales: Locales, language: Language) -> None:
    compared = compare(LIVE, LIVE, [(1, 5, 7), (2, 5, 6), (3, 5, 5)], failed=0)
    assert compared.rank_correlation is None
    assert compared.swapped_pairs == 0
    assert "100" not in comparison_text(locales[language], compared)
    assert len(comparison_table(compared).splitlines()) == 4


@given(st.lists(st.integers(0, 20), min_size=1, max_size=30))
def test_ranks_share_their_places(values: list[int]) -> None:
    found = ranks(values)
    count = len(values)
    assert sum(found) == pytest.approx(count * (count + 1) / 2)
    for one, rank in zip(values, found, strict=True):
        better = sum(other > one for other in values)
        equal = values.count(one)
        assert rank == better + (equal + 1) / 2
