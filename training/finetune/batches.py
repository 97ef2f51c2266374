"""Which rows make which step: lengths together, the same for any number of processes."""

import random
from collections.abc import Iterator, Sequence
from typing import Any, Final

import torch
from torch import Tensor
from torch.utils.data import DataLoader, Sampler

from training.errors import UnevenProcessesError

_POOL_STEPS: Final = 50
_MOST_ROWS_AT_ONCE: Final = 2
Row = dict[str, Any]


def rows_at_once(rows_per_step: int, processes: int) -> int:
    """Rows of one forward pass on one process: two, or one where that is its whole share.

    Raises UnevenProcessesError: every process must do the same.
    """
    for rows in range(_MOST_ROWS_AT_ONCE, 0, -1):
        if rows_per_step % (rows * processes) == 0:
            return rows
    raise UnevenProcessesError(rows_per_step, processes)


class StepBatches(Sampler[list[int]]):
    """This process's batches of an epoch, step after step.

    Shuffled by seed and epoch; within a pool of steps rows of a length go together. What is left
    over when all steps are full waits for the next epoch's other order.
    """

    def __init__(
        self,
        lengths: Sequence[int],
        rows_per_step: int,
        seed: int,
        *,
        processes: int = 1,
        process: int = 0,
    ) -> None:
        self._lengths = lengths
        self._rows_per_step = rows_per_step
        self._seed = seed
        self._processes = processes
        self._process = process
        self._rows = rows_at_once(rows_per_step, processes)
        self._epoch = 0

    def set_epoch(self, epoch: int) -> None:
        self._epoch = epoch

    def __len__(self) -> int:
        per_step = self._rows_per_step // (self._rows * self._processes)
        return len(self._lengths) // self._rows_per_step * per_step

    def __iter__(self) -> Iterator[list[int]]:
        for step in self.steps():
            batches = [step[at : at + self._rows] for at in range(0, len(step), self._rows)]
            yield from batches[self._process :: self._processes]

    def steps(self) -> list[list[int]]:
        """Row numbers of each of the epoch's steps, over all processes."""
        rng = random.Random(f"{self._seed}-{self._epoch}")
        order = list(range(len(self._lengths)))
        rng.shuffle(order)
        pool = _POOL_STEPS * self._rows_per_step
        ordered = [
            row
            for at in range(0, len(order), pool)
            for row in sorted(order[at : at + pool], key=lambda i: self._lengths[i])
        ]
        last = len(ordered) - len(ordered) % self._rows_per_step
        steps = [
            ordered[at : at + self._rows_per_step] for at in range(0, last, self._rows_per_step)
        ]
        rng.shuffle(steps)
        return steps


class EpochLoader(DataLoader[Row]):
    """Tells its batches which epoch it is: the trainer asks the loader."""

    def set_epoch(self, epoch: int) -> None:
        batches: Any = self.batch_sampler
        batches.set_epoch(epoch)


class Padding:
    """Rows -> one batch, padded on the right as serving pads."""

    def __init__(self, pad_id: int) -> None:
        self._pad_id = pad_id

    def __call__(self, rows: Sequence[Row]) -> dict[str, Tensor]:
        ids = [torch.tensor(row["input_ids"], dtype=torch.long) for row in rows]
        lengths = torch.tensor([len(row) for row in ids])
        padded = torch.nn.utils.rnn.pad_sequence(ids, batch_first=True, padding_value=self._pad_id)
        return {
            "input_ids": padded,
            "attention_mask": (torch.arange(padded.shape[1]) < lengths[:, None]).long(),
            "labels": torch.tensor([row["labels"] for row in rows]),
        }
