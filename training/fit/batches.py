"""Examples -> padded batches of about the same number of tokens, in an order from the seed."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor

from training.fit.examples import Example

_POOL_UNITS: Final = 400


@dataclass(frozen=True, slots=True)
class Batch:
    """`token_ids` (rows, width) padded on the right with 0; `last` (rows,) the last real place.

    `same` and `more` (pairs, 2) hold row numbers: of equals, and of (less, more).
    """

    token_ids: Tensor
    last: Tensor
    confirmed: Tensor
    targets: Tensor
    family: Tensor
    weight: Tensor
    same: Tensor
    more: Tensor


def plan_batches(
    units: Sequence[tuple[Example, ...]], batch_tokens: int, seed: int
) -> list[list[int]]:
    """Numbers of units, shuffled; within a pool of neighbours those of a length go together."""
    rng = random.Random(f"{seed}-batches")
    order = list(range(len(units)))
    rng.shuffle(order)
    batches: list[list[int]] = []
    for start in range(0, len(order), _POOL_UNITS):
        pool = sorted(order[start : start + _POOL_UNITS], key=lambda i: _width(units[i]))
        batch: list[int] = []
        for index in pool:
            rows = sum(len(units[i]) for i in batch) + len(units[index])
            if batch and rows * _width(units[index]) > batch_tokens:
                batches.append(batch)
                batch = []
            batch.append(index)
        batches.append(batch)
    rng.shuffle(batches)
    return batches


def _width(unit: tuple[Example, ...]) -> int:
    return max(len(example.token_ids) for example in unit)


def make_batch(units: Sequence[tuple[Example, ...]]) -> Batch:
    """One batch of whole units."""
    rows: list[Example] = []
    pairs: dict[str, list[tuple[int, int]]] = {"same": [], "more": []}
    for unit in units:
        if len(unit) == 2:
            pairs[unit[1].relation or "same"].append((len(rows), len(rows) + 1))
        rows.extend(unit)
    width = max(len(row.token_ids) for row in rows)
    ids = torch.zeros(len(rows), width, dtype=torch.long)
    for index, row in enumerate(rows):
        ids[index, : len(row.token_ids)] = torch.tensor(row.token_ids)
    return Batch(
        token_ids=ids,
        last=torch.tensor([len(row.token_ids) - 1 for row in rows]),
        confirmed=torch.tensor([row.confirmed for row in rows]),
        targets=torch.tensor([row.targets for row in rows]),
        family=torch.tensor([row.family for row in rows]),
        weight=torch.tensor([row.weight for row in rows]),
        same=torch.tensor(pairs["same"], dtype=torch.long).reshape(-1, 2),
        more=torch.tensor(pairs["more"], dtype=torch.long).reshape(-1, 2),
    )
