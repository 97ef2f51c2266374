"""Token ids -> margins: a prompt, and variants of it at the price of what differs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import torch
from torch import Tensor

from domain.errors import ScoringFailedError
from inference.model.forward import PackedDecoder
from inference.model.packing import Member, Place, count_tokens, cut_packs, lay_out
from inference.model.threads import run_side_by_side
from inference.model.work_sizes import pack_tokens

_GROUP_IN_BATCHES: Final = 4
_LEAST_PACK_TOKENS: Final = 256
_SMALL_LAYER_WEIGHTS: Final = 4_000_000


DecoderClassifier = Any
"""A module with `model` (the base), `score` (the head) and `device`: transformers' or our own."""


@dataclass(frozen=True, slots=True)
class VariantMargins:
    """Margins of a prompt and of its variants, in their order."""

    whole: float
    variants: tuple[float, ...]


class MarginModel:
    """The classifier at rest: no gradients, no dropout.

    A margin is logit(positive label) - logit(the other label) in float32, so that
    sigmoid(margin) is the uncalibrated probability.
    """

    def __init__(
        self,
        classifier: DecoderClassifier,
        positive: int,
        *,
        batch_tokens: int | None = None,
        workers: int | None = None,
    ) -> None:
        """`workers`: how many batches a small model runs side by side on a CPU, one a core."""
        self._classifier = classifier.eval().requires_grad_(False)
        self._decoder = PackedDecoder(classifier.model)
        self._positive = positive
        self.batch_tokens = batch_tokens or pack_tokens(classifier.device.type)
        self._is_small = classifier.device.type == "cpu" and _is_small(classifier)
        self._workers = workers or torch.get_num_threads()

    def margins(self, prompts: Sequence[Sequence[int]]) -> list[float]:
        """One margin a prompt, in order."""
        return [found.whole for found in self.margins_with_variants(prompts, [[]] * len(prompts))]

    def margins_with_variants(
        self, prompts: Sequence[Sequence[int]], variants: Sequence[Sequence[Sequence[int]]]
    ) -> list[VariantMargins]:
        """The same numbers as each prompt and each variant alone would give, in order.

        Takes any number of both: a prompt and its variants are computed as one tree of their
        beginnings, so variants also share with one another. Raises ScoringFailedError.
        """
        groups = [(prompt, *own) for prompt, own in zip(prompts, variants, strict=True)]
        limit = self._pack_tokens(groups)
        packs = list(cut_packs(groups, limit, _GROUP_IN_BATCHES * self.batch_tokens))
        if self._is_small:
            parts = run_side_by_side(self._run, packs, self._workers)
        else:
            parts = list(map(self._run, packs))
        found = {place: margin for part in parts for place, margin in part.items()}
        return [
            VariantMargins(
                found[number, 0],
                tuple(found[number, variant] for variant in range(1, len(group))),
            )
            for number, group in enumerate(groups)
        ]

    @torch.inference_mode()
    def _run(self, members: Sequence[Member]) -> dict[Place, float]:
        try:
            states = self._decoder.last_states(lay_out(members))
        except (RuntimeError, IndexError) as error:
            raise ScoringFailedError from error
        margins = self._margins_of(states)
        if not bool(torch.isfinite(margins).all()):
            raise ScoringFailedError
        return {
            member.place: margin for member, margin in zip(members, margins.tolist(), strict=True)
        }

    def _pack_tokens(self, groups: Sequence[Sequence[Sequence[int]]]) -> int:
        """Fewer at once where that gives every worker some."""
        if not self._is_small or len(groups) == 1:
            return self.batch_tokens
        share = sum(count_tokens(group) for group in groups) // self._workers
        return min(self.batch_tokens, max(_LEAST_PACK_TOKENS, share))

    def _margins_of(self, states: Tensor) -> Tensor:
        logits: Tensor = self._classifier.score(states)
        return logits[:, self._positive] - logits[:, 1 - self._positive]


def _is_small(classifier: DecoderClassifier) -> bool:
    weights: int = sum(weight.numel() for weight in classifier.model.layers[0].parameters())
    return weights < _SMALL_LAYER_WEIGHTS
