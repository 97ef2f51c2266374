"""The bundles on this disk as their manifests tell of them; torch is not needed to look."""

import logging
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from domain.bundle import BundleSummary, VerdictComparison
from domain.errors import BundleError, BundleMismatchError, BundleNotFoundError
from inference.model.files import SHIPPED_BUNDLES, find_bundle
from inference.model.lock import read_lock
from inference.model.manifest import MANIFEST, MODEL_CARD, BundleManifest, read_manifest
from inference.model.sources import title_of

_LOG = logging.getLogger(__name__)


class DiskShelf:
    """Implements domain.ports.BundleShelf."""

    def __init__(self, folder: Path = SHIPPED_BUNDLES) -> None:
        self._folder = folder

    def shipped(self) -> Sequence[BundleSummary]:
        found = []
        for manifest in sorted(self._folder.glob(f"*/{MANIFEST}")):
            try:
                found.append(_summary(manifest.parent, manifest.parent.name))
            except BundleError as error:
                _LOG.warning("a bundle can't be read: %s", error)
        return found

    def look_at(self, place: str) -> BundleSummary:
        """Does not hash the weights: loading does."""
        return _summary(self._find(place), place)

    def card(self, place: str) -> str:
        folder = self._find(place)
        try:
            return (folder / MODEL_CARD).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BundleMismatchError(folder.name, MODEL_CARD, "a text", "none") from error

    def _find(self, place: str) -> Path:
        """`place` may be anything that somebody typed."""
        try:
            own = self._folder / place
            return own if Path(place).name == place and own.is_dir() else find_bundle(place)
        except (OSError, ValueError) as error:  # too long for a path, a null byte
            raise BundleNotFoundError(place) from error


def _summary(folder: Path, place: str) -> BundleSummary:
    manifest = read_manifest(folder)
    lock = read_lock(folder, manifest.name)
    roc_auc = manifest.metrics.get("roc_auc")
    return BundleSummary(
        place=place,
        name=manifest.name,
        # As the loader tells it apart: with the lock only where something was fetched.
        revision=manifest.revision_with(lock.as_json() if lock and manifest.hub_sources else None),
        architecture=manifest.architecture,
        template=manifest.template,
        max_length_tokens=manifest.max_length_tokens,
        weights=manifest.weights,
        licence=manifest.licence,
        is_demo=manifest.is_demo,
        size_bytes=sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
        roc_auc=roc_auc if isinstance(roc_auc, float) else None,
        missing=_missing(folder, manifest),
        comparison=_comparison(manifest),
    )


def _comparison(manifest: BundleManifest) -> VerdictComparison | None:
    """What `python -m training adapt` wrote; None for a bundle of another making."""
    told = manifest.metrics.get("comparison")
    if not isinstance(told, dict) or not isinstance(told.get("new"), dict):
        return None
    facts = {
        "began_as": manifest.data.get("began_as"),
        "began_as_revision": manifest.data.get("began_as_revision"),
        "verdicts": manifest.data.get("verdicts_newest"),
        "difference": told.get("roc_auc_difference"),
        "low": told.get("roc_auc_difference_low"),
        "high": told.get("roc_auc_difference_high"),
        "finding": told.get("finding"),
    }
    try:
        return VerdictComparison.model_validate(facts)
    except ValidationError as error:
        raise BundleMismatchError(
            manifest.name, MANIFEST, "a comparison on verdicts", f"{error.error_count()} faults"
        ) from error


def _missing(folder: Path, manifest: BundleManifest) -> str | None:
    """The first hub source whose folder is not there; the hashes are the loader's business."""
    for part, source in manifest.hub_sources.items():
        if not (folder / part).is_dir():
            return title_of(source)
    return None
