"""An encoder classifier: BERT, or an architecture whose code comes with the weights."""

import json
from pathlib import Path
from typing import Any, Final

import torch
from torch import nn

from domain.errors import BundleMismatchError
from inference.model.checkpoint import read_header
from inference.model.classifier import quiet_transformers
from inference.model.encoder_margins import EncoderMargins
from inference.model.head import build_head
from inference.model.manifest import (
    AS_STORED,
    BASE_FOLDER,
    CODE_FOLDER,
    BundleManifest,
    HeadType,
)
from inference.model.plan import LoadPlan

_HEAD: Final = "classifier"
_HEAD_SHAPES: Final[dict[HeadType, frozenset[str]]] = {
    "linear": frozenset(("weight", "bias")),
    "two-layer": frozenset(("1.weight", "1.bias", "4.weight", "4.bias")),
}
_TYPES: Final = {"float32": torch.float32, "bfloat16": torch.bfloat16}


def load_encoder(folder: Path, manifest: BundleManifest, plan: LoadPlan) -> EncoderMargins:
    """Raises BundleMismatchError by name. Remote code must have been allowed before."""
    base = folder / BASE_FOLDER
    head = _stored_head(base, manifest)
    try:
        encoder_class, config_class = _classes(folder, base, manifest)
        config = config_class.from_pretrained(
            base, local_files_only=True, num_labels=len(manifest.labels)
        )
        with quiet_transformers():
            classifier, told = _with_head(encoder_class, head).from_pretrained(
                base,
                config=config,
                dtype=_TYPES[plan.weights],
                local_files_only=True,
                trust_remote_code=False,
                use_safetensors=True,
                output_loading_info=True,
            )
    # Code that was written for another transformers fails in any way.
    except (
        OSError,
        RuntimeError,
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        ImportError,
    ) as error:
        raise BundleMismatchError(
            manifest.name, "base", f"{manifest.architecture} weights in safetensors", str(error)
        ) from error
    if missing := sorted(told["missing_keys"]):
        raise BundleMismatchError(manifest.name, "base", "all weights", f"no {missing[0]}")
    classifier.to(torch.device(plan.device))
    classifier.classifier.float()
    positive = manifest.labels.index(manifest.positive_label)
    return EncoderMargins(classifier, positive, batch_tokens=plan.tokens_at_once)


def _stored_head(base: Path, manifest: BundleManifest) -> HeadType:
    """Which head the weights carry, told by its names."""
    names = {name for path in base.glob("*.safetensors") for name in read_header(path)}
    found = {name.removeprefix(f"{_HEAD}.") for name in names if name.startswith(f"{_HEAD}.")}
    for head, expected in _HEAD_SHAPES.items():
        if found == expected and manifest.head in (AS_STORED, head):
            return head
    stored = ", ".join(sorted(found)) or "none"
    expected_head = " | ".join(_HEAD_SHAPES) if manifest.head == AS_STORED else manifest.head
    raise BundleMismatchError(manifest.name, "head", expected_head, stored)


def _classes(folder: Path, base: Path, manifest: BundleManifest) -> tuple[Any, Any]:
    if manifest.code is None:
        from transformers.models.bert.configuration_bert import BertConfig
        from transformers.models.bert.modeling_bert import BertForSequenceClassification

        return BertForSequenceClassification, BertConfig
    from transformers.dynamic_module_utils import get_class_from_dynamic_module

    told = json.loads((base / "config.json").read_text(encoding="utf-8")).get("auto_map", {})

    def remote_class(role: str) -> Any:
        repository, _, reference = str(told[role]).rpartition("--")
        if repository not in ("", manifest.base.name, manifest.code.name if manifest.code else ""):
            raise BundleMismatchError(
                manifest.name, f"auto_map {role}", manifest.base.name, repository
            )
        return get_class_from_dynamic_module(
            reference, str(folder / CODE_FOLDER), local_files_only=True
        )

    encoder_class = remote_class("AutoModelForSequenceClassification")
    config_class = remote_class("AutoConfig") if "AutoConfig" in told else None
    return encoder_class, config_class or encoder_class.config_class


def _with_head(encoder_class: Any, head: HeadType) -> Any:
    """The same architecture with the head that is stored, under the same name."""

    class HeadedEncoder(encoder_class):  # type: ignore[misc]
        def __init__(self, config: Any) -> None:
            super().__init__(config)
            width, labels = config.hidden_size, config.num_labels
            self.classifier = (
                nn.Linear(width, labels) if head == "linear" else build_head(head, width, labels)
            )

    return HeadedEncoder
