"""What `train` wrote, with a calibration -> a bundle that the bot loads."""

import hashlib
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from domain.errors import BundleError
from inference.model.manifest import (
    ADAPTER_FOLDER,
    BASE_FOLDER,
    Architecture,
    BundleFacts,
    PinnedSource,
)
from inference.model.saving import save_bundle
from inference.scoring.calibration import Calibration, read_calibration
from training.errors import BaseUnfitError, ModelFolderError
from training.finetune.bases import TOKENIZER_FILE, find_base, read_config
from training.finetune.card import render_card
from training.finetune.saved import TrainingFacts, read_facts
from training.fit.adapter import LABELS
from training.fit.saved import read_parts_facts
from training.simulation.row import CONFIRMED
from training.whole_folder import whole_folder

_ARCHITECTURES: Final[dict[str, Architecture]] = {
    "gemma2": "gemma2", "gemma3_text": "gemma3_text", "bert": "bert",
}  # fmt: skip
_FULL_COMMIT_CHARACTERS: Final = 40


@dataclass(frozen=True, slots=True)
class StoredAdapter:
    """An adapter on disk, which is copied as it stands: its base need not be in memory."""

    folder: Path

    def save_pretrained(self, folder: Path, **_: Any) -> None:
        folder.mkdir()
        for name in ("adapter_config.json", "adapter_model.safetensors"):
            shutil.copyfile(self.folder / name, folder / name)


@dataclass(frozen=True, slots=True)
class Parts:
    """What goes into the bundle: `base` is copied unless `source` names a hub's."""

    base: Path
    tokenizer: Path
    adapter: Path | None
    source: PinnedSource | None
    told: Mapping[str, Any]


def bundle_model(folder: Path, calibration: Path, out: Path, *, licence: str) -> BundleFacts:
    """Writes the bundle to `out`, replacing an older one only when the new one is whole.

    A LoRA's base that came from a hub stays there (`python -m inference fetch`), any other base is
    copied. Raises ModelFolderError, BaseUnavailableError or BaseUnfitError.
    """
    told = read_facts(folder)
    parts = _compact_parts(folder) if told is None else _fine_tuned_parts(folder, told)
    read = _calibration(calibration, out.name)
    facts = _facts(parts, out.name, licence)
    with whole_folder(out) as new, tempfile.TemporaryDirectory() as scratch:
        save_bundle(
            new,
            facts=facts,
            peft_model=StoredAdapter(parts.adapter) if parts.adapter else None,
            base_folder=_gathered_base(parts, Path(scratch)),
            calibration=read,
            model_card=render_card(facts, read),
        )
    return facts


def _fine_tuned_parts(folder: Path, told: TrainingFacts) -> Parts:
    plan = told.plan
    is_lora = plan.lora is not None
    base = find_base(plan.base, plan.revision) if is_lora else folder / BASE_FOLDER
    return Parts(
        base=base,
        tokenizer=folder / TOKENIZER_FILE,
        adapter=folder / ADAPTER_FOLDER if is_lora else None,
        source=None if not is_lora or Path(plan.base).is_dir() else _hub_source(told),
        told={
            "template": plan.template,
            "max_length_tokens": plan.max_length_tokens,
            "head": plan.head,
            "weights": plan.weights,
            "data": {"kind": "labelled rows", "rows": told.rows, "split": told.split,
                     "seed": told.seed, "began_as": Path(plan.base).name},
            "metrics": {"validation_roc_auc": told.validation_roc_auc, "steps": told.steps},
        },
    )  # fmt: skip


def _compact_parts(folder: Path) -> Parts:
    """Of `train --preset compact`."""
    told = read_parts_facts(folder)
    return Parts(
        base=folder / BASE_FOLDER,
        tokenizer=folder / BASE_FOLDER / TOKENIZER_FILE,
        adapter=folder / ADAPTER_FOLDER,
        source=None,
        told={
            "template": told["template"],
            "max_length_tokens": told["max_length_tokens"],
            "head": "two-layer",
            "weights": "float32",
            "data": {"kind": "labelled rows", "rows": told.get("rows"), "split": told.get("split")},
            "metrics": {},
        },
    )


def _hub_source(told: TrainingFacts) -> PinnedSource:
    revision = told.plan.revision or ""
    is_commit = len(revision) == _FULL_COMMIT_CHARACTERS
    return PinnedSource(
        name=told.plan.base, revision=revision if is_commit else None, embedded=False
    )


def _facts(parts: Parts, name: str, licence: str) -> BundleFacts:
    config = read_config(parts.base)
    kind = str(config.get("model_type"))
    if kind not in _ARCHITECTURES or config.get("auto_map"):
        found = f"{kind} with code of its own" if config.get("auto_map") else kind
        raise BaseUnfitError(str(parts.base), "model_type", " | ".join(_ARCHITECTURES), found)
    try:
        base = parts.source or _embedded(f"{name}-base", parts.base)
        adapter = _embedded(f"{name}-adapter", parts.adapter) if parts.adapter else None
        return BundleFacts(
            name=name,
            architecture=_ARCHITECTURES[kind],
            base=base,
            adapter=adapter,
            labels=LABELS,
            positive_label=CONFIRMED,
            hidden_size=config["hidden_size"],
            is_demo=False,
            licence=licence,
            **parts.told,
        )
    except (ValidationError, KeyError) as error:
        raise ModelFolderError(name, str(error).splitlines()[0]) from error


def _embedded(name: str, folder: Path) -> PinnedSource:
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.safetensors")):
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return PinnedSource(name=name, revision=digest.hexdigest()[:40], embedded=True)


def _calibration(path: Path, name: str) -> Calibration:
    try:
        return read_calibration(path, name)
    except BundleError as error:
        raise ModelFolderError(str(path), "no calibration of `calibrate`") from error


def _gathered_base(parts: Parts, scratch: Path) -> Path:
    """One folder with the weights and the tokenizer, which training keeps apart."""
    for path in (*parts.base.glob("*.safetensors*"), parts.base / "config.json", parts.tokenizer):
        if not path.is_file():
            raise ModelFolderError(str(parts.base), path.name)
        (scratch / path.name).symlink_to(path.resolve())
    return scratch
