"""Trained model -> bundle folder. Used by training and by the tests."""

import json
import shutil
from pathlib import Path
from typing import Any, Final

from inference.model.adapter import ADAPTER_CONFIG
from inference.model.files import hash_files
from inference.model.manifest import (
    ADAPTER_FOLDER,
    BASE_FOLDER,
    CALIBRATION,
    MANIFEST,
    MODEL_CARD,
    BundleFacts,
    BundleManifest,
)
from inference.scoring.calibration import Calibration

_BASE_FILES: Final = ("config.json", "tokenizer.json")
_PEFT_CARD: Final = "README.md"


def save_bundle(
    folder: Path,
    *,
    facts: BundleFacts,
    peft_model: Any | None,
    base_folder: Path | None,
    calibration: Calibration,
    model_card: str,
) -> BundleManifest:
    """Writes a whole bundle into `folder`, which must not exist yet, and returns its manifest.

    `peft_model` is an ExpertiseClassifier under PEFT's LoRA; None for an encoder, which has its
    head in the base. `base_folder` holds the base as
    `save_pretrained` wrote it (config.json, *.safetensors, tokenizer.json) and is copied where
    the facts say that the base is embedded. The manifest is written last: a folder without one
    is no bundle.
    """
    folder.mkdir(parents=True)
    if peft_model is not None:
        _save_adapter(folder / ADAPTER_FOLDER, peft_model, facts)
    if facts.base.embedded:
        if base_folder is None:
            raise ValueError("an embedded base needs the folder that it lies in")
        _copy_base(base_folder, folder / BASE_FOLDER)
    _write(folder / CALIBRATION, calibration.model_dump_json(indent=1))
    _write(folder / MODEL_CARD, model_card.rstrip())
    manifest = BundleManifest(**facts.model_dump(), files=hash_files(folder))
    _write(folder / MANIFEST, manifest.model_dump_json(indent=2))
    return manifest


def _save_adapter(folder: Path, peft_model: Any, facts: BundleFacts) -> None:
    # Never asks the hub whether the base's embeddings were resized: they are not trained here.
    peft_model.save_pretrained(folder, safe_serialization=True, save_embedding_layers=False)
    (folder / _PEFT_CARD).unlink(missing_ok=True)
    path = folder / ADAPTER_CONFIG
    config = json.loads(path.read_text(encoding="utf-8"))
    # PEFT writes sets in any order and the base's path on the machine that trained it.
    config["target_modules"] = sorted(config["target_modules"])
    config["base_model_name_or_path"] = facts.base.name
    config["revision"] = facts.base.revision
    _write(path, json.dumps(config, indent=2, sort_keys=True))


def _copy_base(source: Path, target: Path) -> None:
    target.mkdir()
    names = [*_BASE_FILES, *(path.name for path in sorted(source.glob("*.safetensors*")))]
    for name in names:
        shutil.copyfile(source / name, target / name)


def _write(path: Path, text: str) -> None:
    path.write_text(text + "\n", encoding="utf-8")
