"""One loop for both stages: AdamW, warm-up, cosine; a killed run goes on from a checkpoint."""

import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor, nn

from training.fit.batches import Batch, make_batch
from training.fit.examples import Example

WARM_UP_SHARE: Final = 0.05
_CLIP_NORM: Final = 1.0
_WEIGHT_DECAY: Final = 0.01
Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Stage:
    """What is trained and on what. `key` names the plan: a checkpoint of another is not used."""

    name: str
    key: str
    seed: int
    groups: list[dict[str, Any]]
    module: nn.Module
    loss: Callable[[Batch], Tensor]
    checkpoint: Path
    checkpoint_every_steps: int = 150


def run_stage(
    stage: Stage,
    units: Sequence[tuple[Example, ...]],
    batches: Sequence[Sequence[int]],
    report: Report,
) -> list[float]:
    """Trains over the batches once; returns the loss of each step."""
    parameters = [p for group in stage.groups for p in group["params"]]
    optimiser = torch.optim.AdamW(stage.groups, weight_decay=_WEIGHT_DECAY, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, cosine_with_warm_up(len(batches)))
    losses = _resume(stage, optimiser, schedule)
    if losses:
        report(f"{stage.name}: going on from step {len(losses)}")
    stage.module.train()
    started, tokens = time.monotonic(), 0
    for step in range(len(losses), len(batches)):
        # Dropout must not depend on where a killed run went on.
        torch.manual_seed(step_seed(f"{stage.name}-{stage.seed}", step))
        batch = make_batch([units[index] for index in batches[step]])
        loss = stage.loss(batch)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(parameters, _CLIP_NORM)
        optimiser.step()
        schedule.step()
        losses.append(float(loss.detach()))
        tokens += batch.token_ids.numel()
        if (step + 1) % 25 == 0 or step + 1 == len(batches):
            mean = sum(losses[-25:]) / len(losses[-25:])
            rate = tokens / max(1e-6, time.monotonic() - started)
            report(f"{stage.name} {step + 1}/{len(batches)} loss {mean:.4f} {rate:.0f} tokens/s")
        if (step + 1) % stage.checkpoint_every_steps == 0 or step + 1 == len(batches):
            _save(stage, optimiser, schedule, losses)
    return losses


def cosine_with_warm_up(steps: int) -> Callable[[int], float]:
    """0 -> 1 over the first 5 % of the steps, then down a half cosine to 2 %."""
    warm_up = max(1, round(WARM_UP_SHARE * steps))

    def factor(step: int) -> float:
        if step < warm_up:
            return (step + 1) / warm_up
        progress = (step - warm_up) / max(1, steps - warm_up)
        return 0.02 + 0.98 * (1 + math.cos(math.pi * progress)) / 2

    return factor


def step_seed(stage: str, step: int) -> int:
    return random.Random(f"{stage}-{step}").getrandbits(31)


def _save(stage: Stage, optimiser: Any, schedule: Any, losses: list[float]) -> None:
    trained = {n: p for n, p in stage.module.named_parameters() if p.requires_grad}
    state = {
        "key": stage.key,
        "weights": {name: parameter.detach() for name, parameter in trained.items()},
        "optimiser": optimiser.state_dict(),
        "schedule": schedule.state_dict(),
        "losses": losses,
    }
    stage.checkpoint.parent.mkdir(parents=True, exist_ok=True)
    part = stage.checkpoint.with_suffix(".part")
    torch.save(state, part)
    part.replace(stage.checkpoint)


def _resume(stage: Stage, optimiser: Any, schedule: Any) -> list[float]:
    if not stage.checkpoint.is_file():
        return []
    state = torch.load(stage.checkpoint, weights_only=True)
    if state["key"] != stage.key:
        return []
    stage.module.load_state_dict(state["weights"], strict=False)
    optimiser.load_state_dict(state["optimiser"])
    schedule.load_state_dict(state["schedule"])
    return list(state["losses"])
