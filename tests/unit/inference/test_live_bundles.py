"""Two bundles in memory: loading, switching and unloading under submits."""

import asyncio
import gc
import weakref
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.errors import (
    BundleInUseError,
    BundleMismatchError,
    BundleNotFoundError,
    BundleNotLoadedError,
    NothingToScoreError,
    QueueFullError,
)
from domain.resume import Resume
from domain.score import ModelIdentity
from inference.assessor import Assessor, load_assessor
from inference.prompts import row_from_resume
from inference.scoring.live import LiveScorer
from inference.scoring.queue import RowAssessor
from tests.unit.inference.bundle_factory import make_bundle
from tests.unit.inference.test_queue import GatedAssessor

RESUMES = [Resume(age=age, city="Омск", key_skills=("SQL", "Go")) for age in range(20, 32)]


@pytest.fixture(scope="module")
def assessors(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Assessor]:
    folder = tmp_path_factory.mktemp("live")
    return {
        name: load_assessor(make_bundle(folder / name, seed=seed))
        for seed, name in enumerate(("first", "second"))
    }


@pytest.fixture
async def live(assessors: dict[str, Assessor]) -> AsyncIterator[LiveScorer]:
    async def load(bundle: str) -> RowAssessor:
        if bundle not in assessors:
            raise BundleNotFoundError(bundle)
        return assessors[bundle]

    scorer = LiveScorer(load)
    yield scorer
    await scorer.close()


async def test_the_first_bundle_goes_live_and_a_second_waits(
    live: LiveScorer, assessors: dict[str, Assessor]
) -> None:
    with pytest.raises(BundleNotLoadedError):
        live.submit(RESUMES[0])
    assert await live.load("first") == live.identity == assessors["first"].identity
    await live.load("second")
    await live.load("second")
    assert live.identity.name == "first"
    assert [identity.name for identity in live.identities] == ["first", "second"]
    assert (await live.switch_to("second")).name == live.identity.name == "second"


async def test_what_was_submitted_ends_on_the_bundle_that_it_began_on(
    live: LiveScorer, assessors: dict[str, Assessor]
) -> None:
    await live.load("first")
    await live.load("second")
    expected = {
        name: assessor.assess(list(map(row_from_resume, RESUMES)))
        for name, assessor in assessors.items()
    }

    async def person(number: int) -> None:
        """Submits one resume again and again, while another task switches."""
        for _ in range(3):
            name = live.identity.name
            answer = await live.submit(RESUMES[number]).result()
            assert answer.score.model.name == name
            assert answer.score.probability == pytest.approx(
                expected[name][number].score.probability, abs=1e-4
            )

    async def admin() -> None:
        for turn in range(12):
            await live.switch_to(("second", "first")[turn % 2])
            await asyncio.sleep(0.005)

    await asyncio.gather(admin(), *map(person, range(len(RESUMES))))
    await live.switch_to("second")
    other = await live.submit(RESUMES[0], bundle="first").result()
    assert other.score.model.name == "first"


async def test_unloading_answers_what_waits_and_frees_the_memory(
    tmp_path: Path, assessors: dict[str, Assessor]
) -> None:
    kept: list[weakref.ref[RowAssessor]] = []

    async def load(bundle: str) -> RowAssessor:
        assessor = load_assessor(make_bundle(tmp_path / bundle))
        kept.append(weakref.ref(assessor))
        return assessor

    live = LiveScorer(load)
    await live.load("old")
    await live.load("new")
    tickets = [live.submit(resume) for resume in RESUMES]
    await live.switch_to("new")
    await live.unload("old")
    assert {(await ticket.result()).score.model.name for ticket in tickets} == {"old"}
    assert [identity.name for identity in live.identities] == ["new"]
    with pytest.raises(BundleNotLoadedError):
        live.submit(RESUMES[0], bundle="old")
    await asyncio.sleep(0)
    gc.collect()
    assert kept[0]() is None
    assert kept[1]() is not None
    await live.close()


async def test_a_bundle_that_cannot_be_loaded_changes_nothing(live: LiveScorer) -> None:
    await live.load("first")
    with pytest.raises(BundleNotFoundError):
        await live.load("none")
    with pytest.raises(BundleNotLoadedError):
        await live.switch_to("none")
    with pytest.raises(BundleNotLoadedError):
        await live.unload("none")
    with pytest.raises(BundleInUseError):
        await live.unload("first")
    assert [identity.name for identity in live.identities] == ["first"]
    assert (await live.submit(RESUMES[0]).result()).score.model.name == "first"
    with pytest.raises(NothingToScoreError):
        live.submit(Resume(city="Омск"), hidden=["city"])


async def test_a_broken_bundle_leaves_the_live_one_serving(tmp_path: Path, bundle: Path) -> None:
    broken = make_bundle(tmp_path / "broken")
    (broken / "calibration.json").write_text("{}", encoding="utf-8")

    async def load(folder: str) -> RowAssessor:
        return await asyncio.to_thread(load_assessor, folder)

    live = LiveScorer(load)
    await live.load(str(bundle))
    with pytest.raises(BundleMismatchError):
        await live.load(str(broken))
    assert (await live.submit(RESUMES[0]).result()).score.model == live.identity
    await live.close()


async def test_two_revisions_of_one_bundle_are_told_apart() -> None:
    revisions = iter("123")

    class Revision(GatedAssessor):
        def __init__(self) -> None:
            super().__init__()
            self.identity = ModelIdentity(name="m", revision=next(revisions), template="budget-1")

    async def load(_: str) -> RowAssessor:
        return Revision()

    live = LiveScorer(load)
    for _ in range(3):
        await live.load("m")
    assert live.identity.revision == "1"
    assert (await live.switch_to("m")).revision == "3"
    assert (await live.switch_to("m@2")).revision == "2"
    await live.unload("m")
    assert [identity.revision for identity in live.identities] == ["1", "2"]
    with pytest.raises(BundleInUseError):
        await live.unload("m@2")
    await live.unload("m@1")
    await live.close()
    with pytest.raises(QueueFullError):
        live.submit(RESUMES[0])


async def test_a_deadline_on_closing_gives_up_what_is_not_done() -> None:
    assessor = GatedAssessor()

    async def load(_: str) -> RowAssessor:
        return assessor

    live = LiveScorer(load)
    await live.load("gated")
    ticket = live.submit(Resume(age=20))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(live.close(), 0.01)
    with pytest.raises(asyncio.CancelledError):
        await ticket.result()
    assessor.gate.set()
