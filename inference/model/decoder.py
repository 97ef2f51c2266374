"""A Gemma bundle's weights, held as the plan says, with the adapter and its head in place."""

import warnings
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError

from domain.errors import BundleMismatchError, BundleUnavailableError
from inference.model.adapter import (
    Adapter,
    check_adapter_fits,
    load_head,
    merge_adapter,
    read_adapter,
    unpack_and_merge_adapter,
)
from inference.model.manifest import ADAPTER_FOLDER, AS_STORED, BASE_FOLDER, BundleManifest
from inference.model.margins import DecoderClassifier, MarginModel
from inference.model.plain_gemma import load_plain_classifier, plain_shape
from inference.model.plan import LoadPlan
from inference.model.work_sizes import pack_tokens


def load_decoder(
    folder: Path, manifest: BundleManifest, plan: LoadPlan, config: dict[str, Any]
) -> MarginModel:
    """`config` is the base's. Raises BundleMismatchError by name."""
    adapter = read_adapter(folder / ADAPTER_FOLDER, manifest.name)
    _check_adapter_is_meant(adapter, manifest)
    device = torch.device(plan.device)
    unpacks = plan.merged and "quantization_config" in config
    # bitsandbytes unpacks on a CPU or with CUDA; other devices get the unpacked weights.
    first = torch.device("cpu") if unpacks and device.type != "cuda" else device
    classifier = _load_base(folder / BASE_FOLDER, config, adapter, manifest, plan, first)
    check_adapter_fits(adapter, classifier, manifest.name)
    if not plan.merged:
        _attach_adapter(adapter, folder / ADAPTER_FOLDER, classifier)
    elif unpacks:
        unpack_and_merge_adapter(adapter, classifier, _TYPES[plan.weights], device)
        classifier.to(device)
    else:
        merge_adapter(adapter, classifier)
    positive = manifest.labels.index(manifest.positive_label)
    usual = pack_tokens(device.type)
    less = plan.tokens_at_once if plan.tokens_at_once < usual else None
    return MarginModel(classifier, positive, batch_tokens=less)


_TYPES = {"float32": torch.float32, "bfloat16": torch.bfloat16}


def _check_adapter_is_meant(adapter: Adapter, manifest: BundleManifest) -> None:
    head, base = manifest.head, adapter.config.base_model_name_or_path
    if head not in (AS_STORED, adapter.head_type):
        raise BundleMismatchError(manifest.name, "head", head, adapter.head_type)
    # A path on the machine that trained it says nothing of which base it was.
    if base != manifest.base.name and not base.startswith(("/", ".")):
        raise BundleMismatchError(manifest.name, "base", manifest.base.name, base)


def _load_base(
    base: Path,
    config: dict[str, Any],
    adapter: Adapter,
    manifest: BundleManifest,
    plan: LoadPlan,
    device: torch.device,
) -> DecoderClassifier:
    try:
        # Weights that stay in 4 bits get layers of their own from transformers.
        if plan.merged and (shape := plain_shape(config)) is not None:
            return load_plain_classifier(
                base,
                shape,
                head=adapter.head_type,
                label_count=len(manifest.labels),
                dtype=_TYPES[plan.weights],
                device=device,
            )
        # Imports transformers' model code: seconds that a plain base does not need.
        from inference.model.classifier import load_classifier

        return load_classifier(
            base,
            head=adapter.head_type,
            labels=manifest.labels,
            weights=plan.weights,
            device=device,
        )
    except ImportError as error:
        raise BundleUnavailableError(manifest.name, error.name or str(error)) from error
    except (OSError, RuntimeError, KeyError, ValueError, SafetensorError) as error:
        raise BundleMismatchError(
            manifest.name, "base", f"{manifest.architecture} weights in safetensors", str(error)
        ) from error


def _attach_adapter(adapter: Adapter, folder: Path, classifier: Any) -> None:
    """4-bit weights can't take the sum without loss: PEFT adds the adapter as it runs."""
    from peft import PeftModel

    head = classifier.score
    with warnings.catch_warnings():
        # PEFT 0.21 asks transformers 5.23 by a name that is about to be renamed.
        warnings.simplefilter("ignore", FutureWarning)
        PeftModel.from_pretrained(classifier, str(folder), is_trainable=False)
    classifier.score = head
    load_head(adapter, classifier)
