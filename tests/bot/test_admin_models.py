"""Models: what there is, loading and switching with words for every refusal, comparing two."""

import asyncio
from collections.abc import Collection, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import LANGUAGES, Language, Locales
from bot.replies.admin_models import bundle_error_text, comparison_text, trouble_text
from bot.tasks.compare_models import CompareModelsWork, comparison_table
from bot.tasks.model import ModelWork
from domain import errors
from domain.fields import FieldName
from domain.resume import Resume
from domain.score import ModelIdentity, Score
from domain.work import NewTask, Task, TaskKind
from inference.model.files import SHIPPED_BUNDLES
from inference.shelf import DiskShelf
from tests.bot.chat import labels
from tests.bot.conftest import ADMIN_ID, Desk
from tests.bot.people import RESUME, analysis
from usecases.admin.compare_models import CompareModels, compare, ranks
from usecases.admin.switch_model import ModelChoice

SHELF = DiskShelf()
COMPACT = SHELF.look_at("compact")
LIVE = ModelIdentity(name="live", revision="r1", template="budget-1")


class KeptTicket:
    def __init__(self, score: Score) -> None:
        self._score = score

    async def result(self) -> Sequence[Score]:
        await asyncio.sleep(0)
        return (self._score,)


class KeptModels:
    """Stands where the scorer does: bundles load at once, and score by age."""

    def __init__(self, fails_with: Exception | None = None) -> None:
        self.identities: tuple[ModelIdentity, ...] = (LIVE,)
        self.identity = LIVE
        self.loaded: list[str] = []
        self.fails_with = fails_with
        self.full = 1

    async def load(self, bundle: str) -> ModelIdentity:
        if self.fails_with and bundle != "compact-of-env":
            raise self.fails_with
        self.loaded.append(bundle)
        identity = ModelIdentity(name=COMPACT.name, revision=COMPACT.revision, template="budget-1")
        self.identities = (LIVE, identity)
        return identity

    async def switch_to(self, name: str) -> ModelIdentity:
        self.identity = next(one for one in self.identities if name.startswith(one.name))
        return self.identity

    async def unload(self, name: str) -> None:
        if name.startswith(self.identity.name):
            raise errors.BundleInUseError(self.identity.name)
        self.identities = (LIVE,)

    def compare(
        self,
        resumes: Sequence[Resume],
        *,
        hidden: Collection[FieldName] = (),
        bundle: str | None = None,
    ) -> KeptTicket:
        if self.full:
            self.full -= 1
            raise errors.QueueFullError(1)
        (resume,) = resumes
        if resume.age == 15:
            raise errors.NothingToScoreError
        is_live = (bundle or "").startswith("live")
        age = resume.age or 0
        score = age if is_live else (100 - age if age > 60 else age + 1)
        return KeptTicket(Score(score=score, probability=0.1, percentile=50, model=LIVE))


def choice_of(desk: Desk, models: KeptModels, default: str = "compact-of-env") -> ModelChoice:
    return ModelChoice(models, SHELF, desk.database.settings, default)


async def accepted(desk: Desk, kind: TaskKind, **payload: str | int) -> Task:
    status = await desk.bot.send_message(ADMIN_ID, "…")
    new = NewTask(
        kind=kind,
        chat_id=ADMIN_ID,
        user_id=ADMIN_ID,
        locale="en",
        status_message_id=status.message_id,
        payload={"origin": "x", **payload},
    )
    return await desk.database.tasks.add(new)


async def test_the_windows_lead_to_a_logged_task(desk: Desk) -> None:
    admin = desk.person("en", ADMIN_ID)
    shown = await admin.says("/model")
    for name in ("compact", "gemma-2-9b-fic", "rubert-tiny2", "ruropebert"):
        assert name in (shown.text or "")
    assert "Chosen in .env" in (shown.text or "")
    shown = await admin.taps("compact")
    assert "demo model" in (shown.text or "")
    assert "0.865" in (shown.text or "")
    await admin.taps("Model card")
    assert b"compact: a demo model" in desk.bot.documents[0].document.data  # type: ignore[union-attr]
    await admin.taps("Switch to it")
    await admin.taps("Yes")
    (task,) = desk.tasks.accepted
    assert task.kind == "model"
    assert (task.payload["act"], task.payload["place"]) == ("switch", "compact")
    await admin.taps("compact")
    await admin.taps("Compare")
    await admin.taps("50")
    assert desk.tasks.accepted[1].payload["count"] == 50
    acts = [(act.act, act.subject) for act in await desk.database.admin_acts.newest(limit=5)]
    assert acts == [("model_compare", "compact"), ("model_switch", "compact")]


async def test_another_bundle_is_named_by_its_folder(desk: Desk, tmp_path: Path) -> None:
    admin = desk.person("en", ADMIN_ID)
    for hostile in ("/nowhere", "../..", "<b>", str(tmp_path), "a" * 3000, "/" + "b" * 3000):
        answer = await admin.says(f"/model {hostile}")
        assert "There is no model" in (answer.text or ""), hostile
    shown = await admin.says(f"/model {SHIPPED_BUNDLES / 'compact'}")
    assert "compact" in (shown.text or "")
    assert "⬅️ To the list" in labels(shown)


async def test_a_switch_is_stored_and_outlives_the_process(desk: Desk) -> None:
    models = KeptModels()
    choice = choice_of(desk, models)
    store, locales = desk.database.tasks, desk.parts.locales
    work = ModelWork(desk.bot, store, models, SHELF, choice, locales)
    task = await accepted(desk, "model", act="switch", place="compact")
    await work.run(task)
    assert models.identity.name == "compact"
    assert "compact (revision" in (desk.bot.shown[task.status_message_id or 0].text or "")
    health = await choice.health()
    assert (health.chosen, health.is_by_admin) == ("compact", True)
    again = KeptModels()
    await choice_of(desk, again).load_at_start()
    assert again.loaded == ["compact"]
    # Whoever changes BUNDLE since has the newer word.
    newer = KeptModels()
    await choice_of(desk, newer, "other").load_at_start()
    assert newer.loaded == ["other"]


async def test_a_choice_that_does_not_load_is_stood_in_for_and_told(desk: Desk) -> None:
    await choice_of(desk, KeptModels()).switch("compact")
    broken = KeptModels(errors.BundleUnavailableError("compact", "a/hub"))
    choice = choice_of(desk, broken)
    await choice.load_at_start()
    assert broken.loaded == ["compact-of-env"]
    health = await choice.health()
    words = trouble_text(desk.parts.locales["en"], health.trouble or {})
    assert "lacks the weights a/hub" in words
    await choice_of(desk, KeptModels()).load_at_start()
    assert (await choice.health()).trouble is None


async def test_what_is_in_memory_is_not_read_again(desk: Desk) -> None:
    models = KeptModels()
    store, locales = desk.database.tasks, desk.parts.locales
    work = ModelWork(desk.bot, store, models, SHELF, choice_of(desk, models), locales)
    await work.run(await accepted(desk, "model", act="load", place="compact"))
    await work.run(await accepted(desk, "model", act="switch", place="compact"))
    assert models.loaded == ["compact"]
    task = await accepted(desk, "model", act="unload", place="compact")
    await work.run(task)
    assert "switch to another one first" in (desk.bot.shown[task.status_message_id or 0].text or "")
    assert not await store.unfinished()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "error",
    [
        errors.BundleNotFoundError("<b>"),
        errors.BundleMismatchError("m", "adapter", "a" * 64, "b" * 64),
        errors.BundleUnavailableError("m", "a/hub"),
        errors.RemoteCodeRefusedError("m", "a/hub"),
        errors.ModelTooLargeError("m", "cpu", 18_000, 12_000),
        errors.HubUnreachableError("m", "a/hub", "ConnectError"),
        errors.DiskFullError("m", "/x", 5, 1),
        errors.BundleNotLoadedError("m"),
        errors.BundleInUseError("m"),
        errors.BundleWorseError("m", "compact"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_every_refusal_has_words(
    locales: Locales, language: Language, error: errors.BundleError
) -> None:
    text = bundle_error_text(locales[language], error)
    assert 20 < len(text) < 500
    assert "<b>" not in text


def test_no_refusal_is_forgotten() -> None:
    assert len(errors.BundleError.__subclasses__()) == 10


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
