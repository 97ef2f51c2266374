"""Bundle -> a model that gives margins; everything that does not fit is refused by name."""

import json
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, get_args

import torch

from domain.errors import BundleMismatchError, BundleUnavailableError
from domain.score import ModelIdentity
from inference.assessor import Assessor
from inference.model.adapter import (
    Adapter,
    check_adapter_fits,
    load_head,
    merge_adapter,
    read_adapter,
)
from inference.model.classifier import ExpertiseClassifier, load_classifier
from inference.model.device import choose_device
from inference.model.files import check_files, find_bundle
from inference.model.manifest import (
    ADAPTER_FOLDER,
    BASE_FOLDER,
    CALIBRATION,
    BundleManifest,
    WeightType,
    read_manifest,
)
from inference.model.margins import MarginModel
from inference.model.sources import source_folder
from inference.prompts import TEMPLATES, PromptRow, PromptTokenizer
from inference.scoring.calibration import Calibration, read_calibration

TOKENIZER: Final = "tokenizer.json"


@dataclass(frozen=True)
class LoadedBundle:
    """A bundle in memory."""

    folder: Path
    manifest: BundleManifest
    tokenizer: PromptTokenizer
    model: MarginModel
    calibration: Calibration

    def assessor(self) -> Assessor:
        identity = ModelIdentity(
            name=self.manifest.name,
            revision=self.manifest.revision,
            template=self.manifest.template,
            is_demo=self.manifest.is_demo,
        )
        return Assessor(
            identity=identity,
            template=TEMPLATES[self.manifest.template],
            tokenizer=self.tokenizer,
            max_length_tokens=self.manifest.max_length_tokens,
            model=self.model,
            calibration=self.calibration,
        )


def load_bundle(bundle: str | Path, *, device: str = "auto", dtype: str = "auto") -> LoadedBundle:
    """Raises BundleNotFoundError, BundleMismatchError or BundleUnavailableError.

    `device` is "auto" or torch's name of one; `dtype` is "auto" (as the manifest says),
    "float32", "bfloat16" or "nf4".
    """
    folder = find_bundle(bundle)
    manifest = read_manifest(folder)
    check_files(folder, manifest)
    calibration = read_calibration(folder / CALIBRATION, manifest.name)
    base = source_folder(manifest.base, folder, BASE_FOLDER, manifest.name)
    adapter_folder = source_folder(manifest.adapter, folder, ADAPTER_FOLDER, manifest.name)
    adapter = read_adapter(adapter_folder, manifest.name)
    _check_adapter_is_meant(adapter, manifest)
    config = _read_base_config(base, manifest)
    weights = _choose_weights(dtype, config, manifest)
    tokenizer = _read_tokenizer(base, config, manifest)
    _check_template_fits(tokenizer, manifest)
    place = choose_device(device, manifest.name)
    classifier = _load_base(base, manifest, weights, place)
    check_adapter_fits(adapter, classifier, manifest.name)
    if weights == "nf4":
        _attach_adapter(adapter, adapter_folder, classifier)
    else:
        merge_adapter(adapter, classifier)
    positive = manifest.labels.index(manifest.positive_label)
    model = MarginModel(classifier, positive)
    return LoadedBundle(folder, manifest, tokenizer, model, calibration)


def _check_adapter_is_meant(adapter: Adapter, manifest: BundleManifest) -> None:
    checks = (
        ("head", manifest.head, adapter.head_type),
        ("base", manifest.base.name, adapter.config.base_model_name_or_path),
    )
    for part, expected, found in checks:
        if expected != found:
            raise BundleMismatchError(manifest.name, part, expected, found)


def _read_base_config(base: Path, manifest: BundleManifest) -> dict[str, Any]:
    try:
        config: dict[str, Any] = json.loads((base / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BundleMismatchError(
            manifest.name, "base/config.json", "a model config", type(error).__name__
        ) from error
    for part, expected in (
        ("model_type", manifest.architecture),
        ("hidden_size", manifest.hidden_size),
    ):
        if config.get(part) != expected:
            raise BundleMismatchError(manifest.name, part, str(expected), str(config.get(part)))
    return config


def _choose_weights(wanted: str, config: dict[str, Any], manifest: BundleManifest) -> WeightType:
    names: tuple[WeightType, ...] = get_args(WeightType)
    weights = next((name for name in names if name == wanted), manifest.weights)
    if wanted not in ("auto", *names):
        raise BundleMismatchError(manifest.name, "dtype", " | ".join(("auto", *names)), wanted)
    if "quantization_config" in config and weights != "nf4":
        raise BundleMismatchError(manifest.name, "dtype", "nf4, as the base is stored", weights)
    return weights


def _read_tokenizer(
    base: Path, config: dict[str, Any], manifest: BundleManifest
) -> PromptTokenizer:
    path = base / TOKENIZER
    if not path.is_file():
        raise BundleMismatchError(manifest.name, "base/tokenizer.json", "a fast tokenizer", "none")
    tokenizer = PromptTokenizer.from_file(path)
    if tokenizer.id_count > config["vocab_size"]:
        raise BundleMismatchError(
            manifest.name, "tokenizer", f"{config['vocab_size']} ids", str(tokenizer.id_count)
        )
    return tokenizer


def _check_template_fits(tokenizer: PromptTokenizer, manifest: BundleManifest) -> None:
    try:
        TEMPLATES[manifest.template].encode(PromptRow(), tokenizer, manifest.max_length_tokens)
    except ValueError as error:
        raise BundleMismatchError(
            manifest.name, "max_length_tokens", str(error), str(manifest.max_length_tokens)
        ) from error


def _load_base(
    base: Path, manifest: BundleManifest, weights: WeightType, device: torch.device
) -> ExpertiseClassifier:
    try:
        return load_classifier(
            base, head=manifest.head, labels=manifest.labels, weights=weights, device=device
        )
    except ImportError as error:
        raise BundleUnavailableError(manifest.name, error.name or str(error)) from error
    except (OSError, RuntimeError, KeyError) as error:
        raise BundleMismatchError(
            manifest.name, "base", "Gemma-2 weights in safetensors", str(error)
        ) from error


def _attach_adapter(adapter: Adapter, folder: Path, classifier: ExpertiseClassifier) -> None:
    """4-bit weights can't take the sum without loss: PEFT adds the adapter as it runs."""
    from peft import PeftModel

    head = classifier.score
    with warnings.catch_warnings():
        # PEFT 0.21 asks transformers 5.23 by a name that is about to be renamed.
        warnings.simplefilter("ignore", FutureWarning)
        PeftModel.from_pretrained(classifier, str(folder), is_trainable=False)
    classifier.score = head
    load_head(adapter, classifier)
