"""Stage 2: a LoRA adapter and the seed's head learn the label, the base stays as it is."""

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from torch import Tensor

from inference.model.adapter import LORA_TARGETS
from inference.model.classifier import load_classifier
from training.fit.attention import CAUSAL_ONLY
from training.fit.base import last_hidden
from training.fit.batches import Batch, plan_batches
from training.fit.examples import Example
from training.fit.loop import Report, Stage, run_stage
from training.fit.losses import focal_loss, pair_loss
from training.fit.preset import Preset
from training.simulation.row import CONFIRMED, NOT_CONFIRMED

LABELS: Final = (NOT_CONFIRMED, CONFIRMED)
_MOST_CLASS_WEIGHT: Final = 20.0
_LOGITS_A_MARGIN: Final = 2.0
"""Focal loss keeps margins small: about half of a calibrated logit."""


def train_adapter(
    preset: Preset,
    base: Path,
    units: Sequence[tuple[Example, ...]],
    *,
    key: str,
    seed: int,
    report: Report,
) -> Any:
    """Returns the PEFT model. The class weight makes both labels weigh the same."""
    torch.manual_seed(seed)
    model = open_adapter(preset, base)
    use_causal_attention(model)
    confirmed_weight = class_weight(units)
    stage = Stage(
        name="adapter",
        key=f"adapter-{key}",
        seed=seed,
        groups=parameter_groups(model, preset.head_rate, preset.backbone_rate),
        module=model,
        loss=lambda batch: adapter_loss(model, batch, confirmed_weight),
        checkpoint=base.parent / "adapter.checkpoint.pt",
    )
    run_stage(stage, units, plan_batches(units, preset.batch_tokens, seed + 1), report)
    return model.eval()


def open_adapter(preset: Preset, base: Path) -> Any:
    """An untrained adapter on all seven projections, and the two-layer head, on the base."""
    classifier = load_classifier(
        base, head="two-layer", labels=LABELS, weights="float32", device=torch.device("cpu")
    )
    config = LoraConfig(
        task_type="SEQ_CLS",
        r=preset.lora_rank,
        lora_alpha=preset.lora_alpha,
        lora_dropout=preset.lora_dropout,
        target_modules=list(LORA_TARGETS),
    )
    with warnings.catch_warnings():
        # PEFT 0.21 asks transformers 5.23 by a name that is about to be renamed.
        warnings.simplefilter("ignore", FutureWarning)
        return get_peft_model(classifier, config)


def use_causal_attention(model: Any) -> None:
    """The fused kernel, for padding on the right."""
    model.base_model.model.config._attn_implementation = CAUSAL_ONLY
    model.base_model.model.model.config._attn_implementation = CAUSAL_ONLY


def class_weight(units: Sequence[tuple[Example, ...]]) -> float:
    """The weight of a confirmed grade that makes both labels weigh the same."""
    share = sum(e.confirmed for u in units for e in u) / sum(len(u) for u in units)
    return min(_MOST_CLASS_WEIGHT, (1 - share) / max(share, 1e-3))


def load_adapter(base: Path, adapter: Path, *, is_trainable: bool = False) -> Any:
    """A saved adapter on its base, at rest or to be trained on."""
    classifier = load_classifier(
        base, head="two-layer", labels=LABELS, weights="float32", device=torch.device("cpu")
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        model = PeftModel.from_pretrained(classifier, str(adapter), is_trainable=is_trainable)
        return model.eval()


def parameter_groups(model: Any, head_rate: float, backbone_rate: float) -> list[dict[str, Any]]:
    """What is trained, with AdamW's rates of the head and of the adapter."""
    head: list[Any] = []
    backbone: list[Any] = []
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            (head if "score" in name else backbone).append(parameter)
    return [
        {"params": backbone, "lr": backbone_rate},
        {"params": head, "lr": head_rate},
    ]


def adapter_loss(model: Any, batch: Batch, confirmed_weight: float) -> Tensor:
    """Focal loss of the labels, and of the pairs where there are any."""
    classifier = model.base_model.model
    logits: Tensor = classifier.score(last_hidden(classifier.model, batch))
    margins = logits[:, 1] - logits[:, 0]
    focal = focal_loss(margins, batch.confirmed, batch.weight, confirmed_weight)
    return focal + pair_loss(_LOGITS_A_MARGIN * margins, batch.same, batch.more)
