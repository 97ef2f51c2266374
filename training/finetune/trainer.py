"""The engine is transformers' Trainer on accelerate; here is what it is told otherwise.

The loss, two learning rates, and batches whose order does not depend on the number of processes.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from torch import Tensor
from transformers import (
    EarlyStoppingCallback,
    Trainer,
    TrainerCallback,
    TrainerControl,
    TrainerState,
    TrainingArguments,
)
from transformers.integrations import TensorBoardCallback

from training.finetune.batches import EpochLoader, Padding, Row, StepBatches
from training.finetune.model import backbone_parameters, head_parameters
from training.finetune.preset import FineTuning
from training.fit.adapter import LABELS
from training.fit.losses import FOCAL_GAMMA, focal_loss
from training.simulation.row import CONFIRMED

COMPLETE = "complete"
"""The file that a checkpoint gets last: without it a kill may have left half of one."""

_POSITIVE = LABELS.index(CONFIRMED)


class ExpertiseTrainer(Trainer):  # type: ignore[misc]
    """`confirmed_weight` is the class weight of a confirmed grade."""

    def __init__(
        self,
        plan: FineTuning,
        model: Any,
        args: TrainingArguments,
        training: Sequence[Row],
        validation: Sequence[Row],
        confirmed_weight: float,
    ) -> None:
        self._plan = plan
        self._confirmed_weight = confirmed_weight
        super().__init__(
            model=model,
            args=args,
            data_collator=Padding(model.config.pad_token_id or 0),
            train_dataset=training,
            eval_dataset=validation,
            compute_metrics=_validation_figures,
        )
        # The loss is a mean over the rows of one pass: the trainer divides it by their number.
        self.loss_is_scaled_for_ga = False

    def compute_loss(
        self,
        model: Any,
        inputs: dict[str, Tensor],
        return_outputs: bool = False,
        num_items_in_batch: Any = None,
    ) -> Any:
        logits = model(
            input_ids=inputs["input_ids"], attention_mask=inputs["attention_mask"]
        ).logits.float()
        margins = logits[:, _POSITIVE] - logits[:, 1 - _POSITIVE]
        is_focal = "focal-loss" not in self._plan.without
        loss = focal_loss(
            margins,
            inputs["labels"].float(),
            torch.ones_like(margins),
            self._confirmed_weight if is_focal else 1.0,
            FOCAL_GAMMA if is_focal else 0.0,
        )
        return (loss, {"logits": logits}) if return_outputs else loss

    def create_optimizer(self, model: Any = None) -> Any:
        """8-bit AdamW (Dettmers et al. 2022) on CUDA, AdamW elsewhere."""
        optimiser: Any = self.optimizer  # type: ignore[has-type]
        if optimiser is None:
            backbone, head = self._plan.rates
            groups = [
                {"params": backbone_parameters(self.model), "lr": backbone},
                {"params": head_parameters(self.model), "lr": head},
            ]
            optimiser = optimiser_class(self.args.device)(
                groups, weight_decay=self.args.weight_decay
            )
            self.optimizer = optimiser
        return optimiser

    def get_train_dataloader(self) -> EpochLoader:
        batches = StepBatches(
            [len(row["input_ids"]) for row in self.train_dataset],
            self._plan.rows_per_step,
            self.args.seed,
            processes=self.args.world_size,
            process=self.args.process_index,
        )
        return EpochLoader(self.train_dataset, batch_sampler=batches, collate_fn=self.data_collator)


def optimiser_class(device: torch.device) -> Any:
    if device.type != "cuda":
        return torch.optim.AdamW
    from bitsandbytes.optim import AdamW8bit

    return AdamW8bit


class MarkComplete(TrainerCallback):  # type: ignore[misc]
    """Marks a checkpoint once every process has written its part."""

    def on_save(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **_: Any
    ) -> None:
        args.distributed_state.wait_for_everyone()
        if state.is_world_process_zero:
            (Path(args.output_dir) / f"checkpoint-{state.global_step}" / COMPLETE).touch()


def callbacks(out: Path, patience: int, *, is_main: bool) -> list[TrainerCallback]:
    """Early stop on the validation's ROC-AUC; TensorBoard's files from the first process."""
    chosen: list[TrainerCallback] = [
        MarkComplete(),
        EarlyStoppingCallback(early_stopping_patience=patience),
    ]
    if is_main:
        from torch.utils.tensorboard import SummaryWriter

        chosen.append(TensorBoardCallback(SummaryWriter(str(out / "tensorboard"))))
    return chosen


def _validation_figures(predicted: Any) -> dict[str, float]:
    logits = np.asarray(predicted.predictions, dtype=np.float64)
    margins = logits[:, _POSITIVE] - logits[:, 1 - _POSITIVE]
    return {"roc_auc": float(roc_auc_score(np.asarray(predicted.label_ids), margins))}
