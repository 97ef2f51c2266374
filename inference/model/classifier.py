"""Gemma-2 for sequence classification with one of the two heads, on a base that lies on disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import torch
from transformers.models.gemma2.configuration_gemma2 import Gemma2Config
from transformers.models.gemma2.modeling_gemma2 import Gemma2ForSequenceClassification
from transformers.utils import logging

from inference.model.head import build_head
from inference.model.manifest import HeadType, WeightType

LORA_TARGETS: Final = (
    "q_proj",
    "k_proj",
    "v_proj",
    "o_proj",
    "gate_proj",
    "up_proj",
    "down_proj",
)


class ExpertiseClassifier(Gemma2ForSequenceClassification):  # type: ignore[misc]
    """Gemma-2 whose `score` is the head that `config.expertise_head` names."""

    def __init__(self, config: Any) -> None:
        super().__init__(config)
        head: HeadType = config.expertise_head
        self.score = build_head(head, config.hidden_size, config.num_labels)


def load_classifier(
    base_folder: Path,
    *,
    head: HeadType,
    labels: tuple[str, ...],
    weights: WeightType,
    device: torch.device,
) -> ExpertiseClassifier:
    """The base of `base_folder` (causal or plain Gemma-2 safetensors) under an untrained head.

    Attention is eager, right for any base: Gemma-2's soft-capping has no SDPA path. Never runs
    code of the folder, never unpickles, never reaches a network. The head stays in full precision.
    """
    config = Gemma2Config.from_pretrained(
        base_folder,
        local_files_only=True,
        num_labels=len(labels),
        id2label=dict(enumerate(labels)),
        label2id={label: index for index, label in enumerate(labels)},
    )
    config.expertise_head = head
    if config.pad_token_id is None:
        config.pad_token_id = 0
    with _quiet_transformers():
        classifier: ExpertiseClassifier = ExpertiseClassifier.from_pretrained(
            base_folder,
            config=config,
            dtype=_working_type(weights, device),
            attn_implementation="eager",
            local_files_only=True,
            trust_remote_code=False,
            use_safetensors=True,
            **_placement(config, weights, device),
        )
    classifier.score.float()
    return classifier


@contextmanager
def _quiet_transformers() -> Iterator[None]:
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
    if weights != "nf4":
        return {"device_map": {"": device}} if device.type != "cpu" else {}
    stored = getattr(config, "quantization_config", None)
    if stored is not None:
        stored["llm_int8_skip_modules"] = ["score"]
        return {"device_map": {"": device}}
    from transformers import BitsAndBytesConfig

    quantisation = BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_compute_dtype=_working_type(weights, device),
        llm_int8_skip_modules=["score"],
    )
    return {"quantization_config": quantisation, "device_map": {"": device}}
