"""A base on disk -> a classifier to train, and the same again from what training saved."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import torch
from peft import LoraConfig, PeftModel, get_peft_model, prepare_model_for_kbit_training
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import nn
from transformers import AutoConfig, AutoModelForSequenceClassification

from inference.model.adapter import LORA_TARGETS
from inference.model.classifier import load_classifier, quiet_transformers
from inference.model.head import build_head
from inference.model.manifest import HeadType
from training.errors import BaseUnfitError, RemoteCodeNeededError
from training.finetune.bases import read_config
from training.finetune.preset import FineTuning
from training.fit.adapter import LABELS

DECODERS: Final = ("gemma2", "gemma3_text")
_ENCODER_HEAD: Final = "classifier"
_NAMES: Final = {
    "id2label": dict(enumerate(LABELS)),
    "label2id": {label: index for index, label in enumerate(LABELS)},
}
_LOAD_ERRORS: Final = (
    OSError, RuntimeError, KeyError, ValueError, AttributeError, ImportError, SafetensorError,
)  # fmt: skip


def check_base_fits(folder: Path, plan: FineTuning, *, allow_code: bool) -> dict[str, Any]:
    """The base's config. Raises BaseUnfitError, RemoteCodeNeededError."""
    config = read_config(folder)
    kind = str(config.get("model_type"))
    if plan.lora is not None and kind not in DECODERS:
        raise BaseUnfitError(str(folder), "model_type", " | ".join(DECODERS), kind)
    if plan.lora is None and kind in DECODERS:
        raise BaseUnfitError(str(folder), "model_type", "an encoder", kind)
    longest = config.get("max_position_embeddings")
    if isinstance(longest, int) and longest < plan.max_length_tokens:
        raise BaseUnfitError(str(folder), "max_length", f"at most {longest}",
                             str(plan.max_length_tokens))  # fmt: skip
    if config.get("auto_map") and not allow_code:
        raise RemoteCodeNeededError(str(folder))
    return config


def open_for_training(
    folder: Path, plan: FineTuning, device: torch.device, *, allow_code: bool
) -> Any:
    """A new head on the base, and an untrained LoRA where the plan has one; on `device`."""
    with _wrapped(folder):
        if plan.lora is None:
            return _open_encoder(folder, plan.head, allow_code=allow_code).to(device)
        return _open_decoder(folder, plan, device)


def open_trained_encoder(
    folder: Path, plan: FineTuning, device: torch.device, *, allow_code: bool
) -> Any:
    """What training saved with `save_pretrained`, at rest."""
    with _wrapped(folder):
        model = _with_head(_empty_encoder(folder, allow_code=allow_code), plan.head)
        model.load_state_dict(load_file(folder / "model.safetensors"))
        return model.to(device).eval()


def open_trained_decoder(
    folder: Path, adapter: Path, plan: FineTuning, device: torch.device
) -> Any:
    """A saved adapter with its head on the base that it was trained on, at rest."""
    with _wrapped(folder):
        base = _load_decoder(folder, plan, device)
        return PeftModel.from_pretrained(base, str(adapter)).eval()


def head_parameters(model: nn.Module) -> list[nn.Parameter]:
    """Those of the head that are trained, by PEFT's name or the plain one."""
    return [p for name, p in model.named_parameters() if p.requires_grad and _is_head(name)]


def backbone_parameters(model: nn.Module) -> list[nn.Parameter]:
    return [p for name, p in model.named_parameters() if p.requires_grad and not _is_head(name)]


def _is_head(name: str) -> bool:
    return bool({"score", _ENCODER_HEAD} & set(name.split(".")))


def _open_encoder(folder: Path, head: HeadType, *, allow_code: bool) -> Any:
    with quiet_transformers():
        model = AutoModelForSequenceClassification.from_pretrained(
            folder,
            num_labels=len(LABELS),
            trust_remote_code=allow_code,
            use_safetensors=True,
            local_files_only=True,
            ignore_mismatched_sizes=True,
            dtype=torch.float32,
            **_NAMES,
        )
    return _with_head(model, head)


def _empty_encoder(folder: Path, *, allow_code: bool) -> Any:
    config = AutoConfig.from_pretrained(folder, trust_remote_code=allow_code, local_files_only=True)
    return AutoModelForSequenceClassification.from_config(config, trust_remote_code=allow_code)


def _with_head(model: Any, head: HeadType) -> Any:
    """An encoder's own linear head has a bias, as serving expects it."""
    width = model.config.hidden_size
    new = (
        nn.Linear(width, len(LABELS)) if head == "linear" else build_head(head, width, len(LABELS))
    )
    getattr(model, _ENCODER_HEAD)  # AttributeError where an architecture calls it otherwise
    setattr(model, _ENCODER_HEAD, new)
    return model


def _open_decoder(folder: Path, plan: FineTuning, device: torch.device) -> Any:
    model = _load_decoder(folder, plan, device)
    if plan.weights == "nf4":
        # Norms in full precision; the checkpointing is switched on by the trainer.
        model = prepare_model_for_kbit_training(model, use_gradient_checkpointing=False)
    assert plan.lora is not None
    config = LoraConfig(
        task_type="SEQ_CLS",
        r=plan.lora.rank,
        lora_alpha=plan.lora.alpha,
        lora_dropout=plan.lora.dropout,
        target_modules=list(LORA_TARGETS),
    )
    return get_peft_model(model, config)


def _load_decoder(folder: Path, plan: FineTuning, device: torch.device) -> Any:
    model = load_classifier(
        folder, head=plan.head, labels=LABELS, weights=plan.weights, device=device
    )
    model.config.use_cache = False
    return model


@contextmanager
def _wrapped(folder: Path) -> Iterator[None]:
    with warnings.catch_warnings():
        # PEFT 0.21 asks transformers 5.23 by a name that is about to be renamed.
        warnings.simplefilter("ignore", FutureWarning)
        try:
            yield
        except _LOAD_ERRORS as error:
            found = f"{type(error).__name__}: {error}".splitlines()[0][:200]
            raise BaseUnfitError(
                str(folder), "weights", "safetensors of this model", found
            ) from error
