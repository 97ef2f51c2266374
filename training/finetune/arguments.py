"""How a run goes on this machine, and that in the trainer's own words."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch
from transformers import TrainingArguments

from inference.model.device import has_fast_bfloat16
from training.finetune.batches import rows_at_once
from training.finetune.preset import FineTuning

CHECKPOINTS: Final = "checkpoints"
WEIGHT_DECAY: Final = 0.01
_WARM_UP_SHARE: Final = 0.05
_ROWS_AT_ONCE_IN_VALIDATION: Final = 4


@dataclass(frozen=True, slots=True)
class RunSettings:
    """How a run goes on this machine.

    A checkpoint and a validation come every `every_steps` steps; training stops when `patience`
    validations in a row brought nothing. `uses_bfloat16` None: where the device has it fast.
    `memory_mib` is the most that a process may take.
    """

    every_steps: int = 100
    patience: int = 5
    on_cpu: bool = False
    uses_bfloat16: bool | None = None
    memory_mib: int | None = None
    allow_code: bool = False


def trainer_arguments(
    plan: FineTuning, out: Path, settings: RunSettings, seed: int
) -> TrainingArguments:
    """Raises UnevenProcessesError. Joins the other processes, where a launcher started some."""
    on_cpu = settings.on_cpu or not torch.cuda.is_available()
    bfloat16 = settings.uses_bfloat16
    if bfloat16 is None:
        bfloat16 = has_fast_bfloat16(torch.device("cpu" if on_cpu else "cuda"))
    processes = int(os.environ.get("WORLD_SIZE", "1"))
    rows = rows_at_once(plan.rows_per_step, processes)
    is_constant = "cosine" in plan.without
    return TrainingArguments(
        output_dir=str(out / CHECKPOINTS),
        num_train_epochs=plan.epochs,
        per_device_train_batch_size=rows,
        gradient_accumulation_steps=plan.rows_per_step // (rows * processes),
        per_device_eval_batch_size=_ROWS_AT_ONCE_IN_VALIDATION,
        weight_decay=WEIGHT_DECAY,
        lr_scheduler_type="constant" if is_constant else "cosine",
        warmup_steps=0 if is_constant else _WARM_UP_SHARE,
        bf16=bfloat16,
        activation_checkpointing=plan.gradient_checkpointing,
        activation_checkpointing_kwargs={"use_reentrant": False},
        **_checkpoints(settings),
        report_to="none",
        seed=seed,
        use_cpu=on_cpu,
        ddp_backend="gloo" if on_cpu and processes > 1 else None,
        ddp_find_unused_parameters=False,
        dataloader_pin_memory=not on_cpu,
        remove_unused_columns=False,
        label_names=["labels"],
    )


def _checkpoints(settings: RunSettings) -> dict[str, Any]:
    """With each goes a validation; the best by it is what the training ends with."""
    return {
        "eval_strategy": "steps",
        "eval_steps": settings.every_steps,
        "save_strategy": "steps",
        "save_steps": settings.every_steps,
        "save_total_limit": 2,
        "load_best_model_at_end": True,
        "metric_for_best_model": "roc_auc",
        "greater_is_better": True,
        "restore_callback_states_from_checkpoint": True,
    }
