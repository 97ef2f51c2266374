"""Models: what there is, loading and switching with words for every refusal."""

import json
from pathlib import Path

import pytest

from bot.i18n import LANGUAGES, Language, Locales
from bot.replies.admin_models import bundle_error_text, trouble_text
from bot.tasks.model import ModelWork
from domain import errors
from inference.model.files import SHIPPED_BUNDLES
from tests.bot.chat import labels
from tests.bot.conftest import ADMIN_ID, Desk
from tests.bot.models_in_memory import SHELF, KeptModels, accepted
from usecases.admin.switch_model import ModelChoice


def choice_of(desk: Desk, models: KeptModels, default: str = "compact-of-env") -> ModelChoice:
    return ModelChoice(models, SHELF, desk.database.settings, default)


async def test_the_windows_lead_to_a_logged_task(desk: Desk) -> None:
    admin = desk.person("en", ADMIN_ID)
    shown = await admin.says("/model")
    for name in ("compact", "gemma-2-9b-fic", "rubert-tiny2", "ruropebert"):
        assert name in (shown.text or "")
    assert "Chosen in .env" in (shown.text or "")
    shown = await admin.taps("compact")
    assert "demo model" in (shown.text or "")
    manifest = json.loads((SHIPPED_BUNDLES / "compact" / "manifest.json").read_text())
    roc_auc = manifest["metrics"]["roc_auc"]
    assert f"{roc_auc:.3f}" in (shown.text or "")
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
