"""Gemma for sequence classification with one of the two heads, on a base that lies on disk."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import torch
from transformers.models.gemma2.modeling_gemma2 import Gemma2ForSequenceClassification
from transformers.models.gemma3.modeling_gemma3 import Gemma3TextForSequenceClassification
from transformers.utils import logging

from inference.model.head import build_head
from inference.model.manifest import HeadType, WeightType


class ExpertiseClassifier(Gemma2ForSequenceClassification):  # type: ignore[misc]
    """Gemma-2 whose `score` is the head that `config.expertise_head` names."""

    def __init__(self, config: Any) -> None:
        super().__init__(config)
        head: HeadType = config.expertise_head
        self.score = build_head(head, config.hidden_size, config.num_labels)


class Gemma3ExpertiseClassifier(Gemma3TextForSequenceClassification):  # type: ignore[misc]
    """The same on a Gemma-3 text model."""

    def __init__(self, config: Any) -> None:
        super().__init__(config)
        head: HeadType = config.expertise_head
        self.score = build_head(head, config.hidden_size, config.num_labels)


_CLASSIFIERS: Final[dict[str, Any]] = {
    "gemma2": ExpertiseClassifier,
    "gemma3_text": Gemma3ExpertiseClassifier,
}


def load_classifier(
    base_folder: Path,
    *,
    head: HeadType,
    labels: tuple[str, ...],
    weights: WeightType,
    device: torch.device,
) -> ExpertiseClassifier:
    """The base of `base_folder` (causal or plain Gemma safetensors) under an untrained head.

    Attention is eager, right for any base: Gemma-2's soft-capping has no SDPA path. Never runs
    code of the folder, never unpickles, never reaches a network. The head stays in full precision.
    A base that is stored in 4 bits stays so, whatever `weights` says, which then is the type of
    the rest. Raises KeyError for a base that lacks weights.
    """
    kind = json.loads((base_folder / "config.json").read_text(encoding="utf-8"))["model_type"]
    classifier_class = _CLASSIFIERS[kind]
    config = _config_under_head(classifier_class.config_class, base_folder, head, labels)
    with quiet_transformers():
        classifier, told = classifier_class.from_pretrained(
            base_folder,
            config=config,
            dtype=_working_type(weights, device),
            attn_implementation="eager",
            local_files_only=True,
            trust_remote_code=False,
            use_safetensors=True,
            output_loading_info=True,
            **_placement(config, weights, device),
        )
    missing = sorted(name for name in told["missing_keys"] if not name.startswith("score."))
    if missing:
        raise KeyError(f"{len(missing)} weights are missing, the first is {missing[0]}")
    loaded: ExpertiseClassifier = classifier
    # transformers leaves what a packed checkpoint holds in full as it is stored.
    for parameter in loaded.parameters():
        if parameter.is_floating_point():
            parameter.data = parameter.data.to(_working_type(weights, device))
    loaded.score.float()
    return loaded


def _config_under_head(
    config_class: Any, base_folder: Path, head: HeadType, labels: tuple[str, ...]
) -> Any:
    config = config_class.from_pretrained(
        base_folder,
        local_files_only=True,
        num_labels=len(labels),
        id2label=dict(enumerate(labels)),
        label2id={label: index for index, label in enumerate(labels)},
    )
    config.expertise_head = head
    if config.pad_token_id is None:
        config.pad_token_id = 0
    return config


@contextmanager
def quiet_transformers() -> Iterator[None]:
    """Without progress bars and the report that the head, which the adapter brings, is new."""
    verbosity, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(verbosity)
        if bars:
            logging.enable_progress_bar()


def _working_type(weights: WeightType, device: torch.device) -> torch.dtype:
    """What is not quantised, and the activations: on a CPU 4-bit weights work in float32."""
    if weights == "float32" or (weights == "nf4" and device.type == "cpu"):
        return torch.float32
    return torch.bfloat16


def _placement(config: Any, weights: WeightType, device: torch.device) -> dict[str, Any]:
    """Arguments that quantise or place the base; a pre-quantised one says how it was made."""
    stored = getattr(config, "quantization_config", None)
    if stored is not None:
        skipped = [name for name in stored.get("llm_int8_skip_modules") or () if name != "score"]
        stored["llm_int8_skip_modules"] = [*skipped, "score"]
        stored["bnb_4bit_compute_dtype"] = str(_working_type(weights, device)).split(".")[1]
        return {"device_map": {"": device}}
    if weights != "nf4":
        return {"device_map": {"": device}} if device.type != "cpu" else {}
    from transformers import BitsAndBytesConfig

    quantisation = BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_compute_dtype=_working_type(weights, device),
        llm_int8_skip_modules=["score"],
    )
    return {"quantization_config": quantisation, "device_map": {"": device}}
