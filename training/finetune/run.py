"""One training from rows to a folder; a killed one, started again, goes on where it was."""

import json
import shutil
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import torch
from transformers import TrainingArguments
from transformers.utils import logging

from training.errors import TooFewRowsError
from training.finetune.arguments import CHECKPOINTS, RunSettings, trainer_arguments
from training.finetune.bases import find_base
from training.finetune.batches import Row
from training.finetune.examples import encode_rows, open_tokenizer
from training.finetune.memory import check_memory, plan_memory
from training.finetune.model import check_base_fits, open_for_training
from training.finetune.preset import FineTuning
from training.finetune.saved import TrainingFacts, read_facts, save_fine_tuned
from training.finetune.trainer import COMPLETE, ExpertiseTrainer, callbacks, optimiser_class
from training.fit.loop import Report
from training.fit.train import plan_key
from training.rows.files import rows_digest
from training.rows.splits import Sides

LOG: Final = "training_log.json"
_PLAN_KEY: Final = "plan.key"
_MOST_CLASS_WEIGHT: Final = 20.0
_LOGS_PER_VALIDATION: Final = 10


def fine_tune(
    plan: FineTuning,
    rows: Sequence[Mapping[str, Any]],
    sides: Sides,
    out: Path,
    settings: RunSettings,
    *,
    seed: int,
    report: Report,
) -> TrainingFacts:
    """Trains on the training side and leaves the best by the validation side in `out`.

    The same on one process or many. Raises BaseUnavailableError, BaseUnfitError,
    RemoteCodeNeededError, NotEnoughMemoryError, UnevenProcessesError, TooFewRowsError, RowsError.
    """
    key = plan_key(plan.as_json() | {"split": sides.split}, rows, seed)
    if (done := read_facts(out)) and done.key == key:
        report(f"{out} is trained already")
        return done
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    args = trainer_arguments(plan, out, settings, seed)
    base = find_base(plan.base, plan.revision)
    _check_fits(base, plan, args, settings, report)
    trainer = _make_trainer(plan, rows, sides, base, args, settings, report)
    for callback in callbacks(out, settings.patience, is_main=args.process_index == 0):
        trainer.add_callback(callback)
    started = time.monotonic()
    _train(trainer, _last_checkpoint(out, key, args), report)
    facts = TrainingFacts(
        key=key,
        rows=rows_digest(rows),
        plan=plan,
        split=sides.split,
        seed=seed,
        seconds=round(time.monotonic() - started, 1),
        **_outcome(trainer),
    )
    _save(trainer, base, out, facts)
    return facts


def _check_fits(
    base: Path, plan: FineTuning, args: TrainingArguments, settings: RunSettings, report: Report
) -> None:
    config = check_base_fits(base, plan, allow_code=settings.allow_code)
    parts = plan_memory(base, config, plan, args)
    report(f"memory in MiB: {check_memory(parts, args.device, settings.memory_mib)}")


def _train(trainer: Any, checkpoint: Path | None, report: Report) -> None:
    if checkpoint:
        report(f"going on from {checkpoint.name}")
    trainer.train(resume_from_checkpoint=str(checkpoint) if checkpoint else None)


def _save(trainer: Any, base: Path, out: Path, facts: TrainingFacts) -> None:
    """By the first process; the others wait for it."""
    if trainer.args.process_index == 0:
        log = json.dumps(trainer.state.log_history, indent=1)
        (out / LOG).write_text(log + "\n", encoding="utf-8")
        save_fine_tuned(trainer.accelerator.unwrap_model(trainer.model), base, out, facts)
    trainer.args.distributed_state.wait_for_everyone()


def _outcome(trainer: Any) -> dict[str, Any]:
    """How far the training went and how good it got, as TrainingFacts names it."""
    state = trainer.state
    return {
        "validation_roc_auc": round(float(state.best_metric), 6),
        "final_loss": [entry["loss"] for entry in state.log_history if "loss" in entry][-1],
        "steps": int(state.global_step),
        "processes": trainer.args.world_size,
    }


def _make_trainer(
    plan: FineTuning,
    rows: Sequence[Mapping[str, Any]],
    sides: Sides,
    base: Path,
    args: TrainingArguments,
    settings: RunSettings,
    report: Report,
) -> ExpertiseTrainer:
    tokenizer = open_tokenizer(base)
    training = encode_rows([rows[i] for i in sides.training], tokenizer, plan)
    validation = encode_rows([rows[i] for i in sides.validation], tokenizer, plan)
    _check_enough(training, plan.rows_per_step)
    _check_enough(validation, 2)
    _keep_to_length(args, len(training) // plan.rows_per_step * plan.epochs)
    confirmed = sum(row["labels"] for row in training)
    weight = min(_MOST_CLASS_WEIGHT, (len(training) - confirmed) / confirmed)
    torch.manual_seed(args.seed)
    model = open_for_training(base, plan, args.device, allow_code=settings.allow_code)
    report(
        f"{len(training)} rows, {confirmed} confirmed; {args.world_size} processes on "
        f"{args.device.type}, {optimiser_class(args.device).__name__}, "
        f"{'bfloat16' if args.bf16 else 'float32'}"
    )
    return ExpertiseTrainer(plan, model, args, training, validation, weight)


def _keep_to_length(args: TrainingArguments, steps: int) -> None:
    """A run that is shorter than the way to its first validation has one at its end."""
    args.eval_steps = args.save_steps = min(args.save_steps, steps)
    args.logging_steps = max(1, args.save_steps // _LOGS_PER_VALIDATION)


def _check_enough(rows: Sequence[Row], least: int) -> None:
    if len(rows) < least:
        raise TooFewRowsError("rows", len(rows))
    if len({row["labels"] for row in rows}) < 2:
        raise TooFewRowsError("labels", 1)


def _last_checkpoint(out: Path, key: str, args: TrainingArguments) -> Path | None:
    """The newest whole one of this very plan; those of another are deleted."""
    folder = out / CHECKPOINTS
    plan = folder / _PLAN_KEY
    if args.process_index == 0 and not (plan.is_file() and plan.read_text() == key):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        plan.write_text(key)
    args.distributed_state.wait_for_everyone()
    whole = [mark.parent for mark in folder.glob(f"checkpoint-*/{COMPLETE}")]
    return max(whole, key=lambda path: int(path.name.rpartition("-")[2]), default=None)
