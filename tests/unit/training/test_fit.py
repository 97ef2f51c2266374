"""Losses, batches and the loop: a killed run ends at the same weights."""

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor, nn

from training.fit.batches import Batch, make_batch, plan_batches
from training.fit.examples import TARGET_NAMES, Example
from training.fit.loop import Stage, cosine_with_warm_up, run_stage
from training.fit.losses import evidence_loss, focal_loss, pair_loss


def example(length: int, confirmed: float = 0.0, relation: str | None = None) -> Example:
    ids = tuple(range(1, length + 1))
    targets = (0.0,) * len(TARGET_NAMES)
    return Example(ids, confirmed, targets, family=0, relation=relation, weight=1.0)


margins = st.floats(-8, 8, width=32)


@given(margins, st.booleans())
def test_focal_loss_without_focus_is_cross_entropy(margin: float, label: bool) -> None:
    x, y, one = torch.tensor([margin]), torch.tensor([float(label)]), torch.ones(1)
    expected = nn.functional.binary_cross_entropy_with_logits(x, y)
    assert float(focal_loss(x, y, one, 1.0, gamma=0.0)) == pytest.approx(float(expected), abs=1e-5)


@given(margins, st.floats(0, 1))
def test_a_soft_label_gives_the_expected_loss(margin: float, share: float) -> None:
    x, one = torch.tensor([margin]), torch.ones(1)
    soft, yes, no = (float(focal_loss(x, torch.tensor([y]), one, 3.0)) for y in (share, 1.0, 0.0))
    assert soft == pytest.approx(share * yes + (1 - share) * no, abs=1e-4)


def test_focus_leaves_easy_rows_alone() -> None:
    easy, one = torch.tensor([6.0]), torch.ones(1)
    assert focal_loss(easy, one, one, 1.0) < 0.01 * focal_loss(easy, one, one, 1.0, gamma=0.0)


def test_pairs_pull_equals_together_and_push_better_up() -> None:
    x = torch.tensor([0.0, 1.0, 0.0, 1.0], requires_grad=True)
    pair_loss(x, torch.tensor([[0, 1]]), torch.tensor([[3, 2]])).backward()  # type: ignore[no-untyped-call]
    assert x.grad is not None
    assert x.grad[1] > 0 > x.grad[0]
    assert x.grad[3] > 0 > x.grad[2]


def test_unknown_targets_cost_nothing() -> None:
    predicted = torch.zeros(2, 3)
    targets = torch.tensor([[0.0, float("nan"), 0.0], [float("nan")] * 3])
    assert float(evidence_loss(predicted, targets, torch.ones(2))) == 0.0


@given(st.lists(st.integers(1, 60), min_size=1, max_size=40), st.integers(0, 9))
def test_every_unit_is_in_one_batch(lengths: list[int], seed: int) -> None:
    units = [(example(n),) if n % 3 else (example(n), example(n, relation="more")) for n in lengths]
    batches = plan_batches(units, 128, seed)
    assert sorted(i for batch in batches for i in batch) == list(range(len(units)))
    for chosen in batches:
        batch = make_batch([units[i] for i in chosen])
        assert len(chosen) == 1 or batch.token_ids.numel() <= 128
        last = batch.token_ids[torch.arange(len(batch.last)), batch.last]
        assert bool((last > 0).all())
        assert all(b == a + 1 for a, b in batch.more.tolist())


def test_the_rate_warms_up_and_falls() -> None:
    rates = [cosine_with_warm_up(100)(step) for step in range(100)]
    assert rates[4] == max(rates) == 1.0
    assert rates == sorted(rates[:5]) + sorted(rates[5:], reverse=True)
    assert 0 < rates[-1] < 0.03


class Small(nn.Module):
    """A model whose loss has dropout in it."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(3)
        self.words = nn.Embedding(64, 8)
        self.drop = nn.Dropout(0.3)
        self.out = nn.Linear(8, 1)

    def loss(self, batch: Batch) -> Tensor:
        found: Tensor = self.out(self.drop(self.words(batch.token_ids).mean(dim=1)))
        return ((found.squeeze(1) - batch.confirmed) ** 2).mean()


class KilledError(RuntimeError):
    pass


def run_small(
    checkpoint: Path, loss: Callable[[Small, Batch], Tensor]
) -> tuple[Small, list[float]]:
    model = Small()
    units = [(example(3 + n % 7, confirmed=float(n % 2)),) for n in range(40)]
    stage = Stage(
        name="small",
        key="one plan",
        seed=1,
        groups=[{"params": list(model.parameters()), "lr": 0.01}],
        module=model,
        loss=lambda batch: loss(model, batch),
        checkpoint=checkpoint,
        checkpoint_every_steps=4,
    )
    losses = run_stage(stage, units, plan_batches(units, 24, 1), lambda line: None)
    return model, losses


def test_a_killed_run_goes_on_to_the_same_weights(tmp_path: Path) -> None:
    whole, losses = run_small(tmp_path / "whole.pt", Small.loss)
    steps = 0

    def killed_at_step_six(model: Small, batch: Batch) -> Tensor:
        nonlocal steps
        steps += 1
        if steps > 6:
            raise KilledError
        return model.loss(batch)

    with pytest.raises(KilledError):
        run_small(tmp_path / "killed.pt", killed_at_step_six)
    resumed, again = run_small(tmp_path / "killed.pt", Small.loss)
    assert again == losses
    for name, weight in whole.state_dict().items():
        assert torch.equal(weight, resumed.state_dict()[name])
