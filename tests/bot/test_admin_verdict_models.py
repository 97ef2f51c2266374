"""A model that learned from verdicts: its comparison is shown, and what is worse stays out."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.i18n import LANGUAGES, Language
from bot.replies.admin_models import bundle_error_text, model_text
from domain.errors import BundleMismatchError, BundleWorseError
from inference.model.manifest import MANIFEST
from inference.shelf import DiskShelf
from tests.bot.conftest import Desk
from tests.unit.inference.bundle_factory import make_bundle
from usecases.admin.switch_model import ModelChoice


def adapted(folder: Path, finding: object, **changed: object) -> Path:
    """A bundle whose manifest tells such a comparison."""
    comparison = {
        "finding": finding,
        "roc_auc_difference": -0.12,
        "roc_auc_difference_low": -0.2,
        "roc_auc_difference_high": -0.04,
        "live": {"roc_auc": 0.7},
        "new": {"roc_auc": 0.58},
    }
    data = {"began_as": "compact", "began_as_revision": "abc", "verdicts_newest": 41}
    path = make_bundle(folder / "ours") / MANIFEST
    manifest = json.loads(path.read_text())
    manifest |= {"metrics": {"comparison": comparison | changed}, "data": data}
    path.write_text(json.dumps(manifest))
    return path.parent


class NoModels:
    """Fails the test that loads or switches."""

    identities: tuple[Any, ...] = ()

    async def load(self, bundle: str) -> Any:
        raise AssertionError(bundle)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("finding", "mark"), [("better", "✅"), ("worse", "⛔"), ("no difference shown", "41")]
)
def test_the_comparison_is_told(
    desk: Desk, tmp_path: Path, language: Language, finding: str, mark: str
) -> None:
    summary = DiskShelf().look_at(str(adapted(tmp_path, finding)))
    text = model_text(desk.parts.locales[language], summary, "idle")
    for words in ("compact", "-0.120", "-0.200", "-0.040", mark):
        assert words in text
    assert summary.is_shown_worse == (finding == "worse")


async def test_nobody_switches_to_what_is_worse(desk: Desk, tmp_path: Path) -> None:
    place = str(adapted(tmp_path, "worse"))
    choice = ModelChoice(NoModels(), DiskShelf(), desk.database.settings, "compact")  # type: ignore[arg-type]
    with pytest.raises(BundleWorseError) as refused:
        await choice.switch(place)
    for language in LANGUAGES:
        assert "compact" in bundle_error_text(desk.parts.locales[language], refused.value)
    assert await choice.chosen() == "compact"


def test_a_comparison_of_no_known_form_is_a_mismatch(tmp_path: Path) -> None:
    with pytest.raises(BundleMismatchError):
        DiskShelf().look_at(str(adapted(tmp_path, "splendid")))
