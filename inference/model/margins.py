"""Token ids -> margins: a prompt, and variants of it at the price of what differs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import torch
from torch import Tensor
from transformers.cache_utils import DynamicCache

from domain.errors import ScoringFailedError
from inference.model.attention import FUSED
from inference.model.batches import cut_batches
from inference.model.classifier import ExpertiseClassifier
from inference.model.shared_prefix import (
    PackedTokens,
    ends_of_segments,
    pack_prompts,
    pack_tails,
    visible,
)

_BATCH_TOKENS: Final = {"cpu": 1024}
_BATCH_TOKENS_ON_ACCELERATOR: Final = 16384


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
        self, classifier: ExpertiseClassifier, positive: int, *, tail_tokens: int | None = None
    ) -> None:
        self._classifier = classifier.eval().requires_grad_(False)
        if classifier.config.attn_logit_softcapping is None:
            classifier.set_attn_implementation(FUSED)
        self._positive = positive
        self._device: torch.device = classifier.device
        self._window: int | None = classifier.config.sliding_window
        self.batch_tokens = _BATCH_TOKENS.get(self._device.type, _BATCH_TOKENS_ON_ACCELERATOR)
        self._tail_tokens = tail_tokens or self.batch_tokens

    @torch.inference_mode()
    def margins(self, prompts: Sequence[Sequence[int]]) -> list[float]:
        """One margin a prompt, all in one batch; padding is masked and never pooled."""
        if not prompts:
            return []
        packed = pack_prompts(prompts)
        try:
            hidden = self._run(packed, [packed], None)
        except (RuntimeError, IndexError) as error:
            raise ScoringFailedError from error
        return self._read(hidden, [(row, len(ids) - 1) for row, ids in enumerate(prompts)])

    @torch.inference_mode()
    def margins_with_variants(
        self, prompts: Sequence[Sequence[int]], variants: Sequence[Sequence[Sequence[int]]]
    ) -> list[VariantMargins]:
        """The same numbers as each prompt and each variant alone would give, in order.

        Takes any number of prompts: those of like length run together.
        """
        answers: dict[int, VariantMargins] = {}
        for batch in cut_batches(list(map(len, prompts)), self.batch_tokens):
            chosen = [prompts[i] for i in batch], [variants[i] for i in batch]
            answers.update(zip(batch, self._margins_of_batch(*chosen), strict=True))
        return [answers[index] for index in range(len(prompts))]

    def _margins_of_batch(
        self, prompts: Sequence[Sequence[int]], variants: Sequence[Sequence[Sequence[int]]]
    ) -> list[VariantMargins]:
        packed = pack_prompts(prompts)
        cache = DynamicCache()
        found: list[list[float]] = [[] for _ in prompts]
        try:
            hidden = self._run(packed, [packed], cache)
            whole = self._read(hidden, [(row, len(ids) - 1) for row, ids in enumerate(prompts)])
            for tails in pack_tails(prompts, variants, self._tail_tokens):
                ends = ends_of_segments(tails)
                margins = self._read(self._run(tails, [packed, tails], cache), ends)
                for (row, _), margin in zip(ends, margins, strict=True):
                    found[row].append(margin)
                cache.crop(-tails.ids.shape[1])
        except (RuntimeError, IndexError) as error:
            raise ScoringFailedError from error
        return [
            VariantMargins(margin, tuple(own)) for margin, own in zip(whole, found, strict=True)
        ]

    def _run(
        self, queries: PackedTokens, keys: Sequence[PackedTokens], cache: DynamicCache | None
    ) -> Tensor:
        """Hidden states (rows, width, hidden) of the queries."""
        kinds = {"full_attention": None, "sliding_attention": self._window}
        output: Any = self._classifier.model(
            input_ids=queries.ids.to(self._device),
            position_ids=queries.positions.to(self._device),
            attention_mask={
                kind: self._additive(visible(queries, keys, window))
                for kind, window in kinds.items()
            },
            past_key_values=cache,
            use_cache=cache is not None,
        )
        hidden: Tensor = output.last_hidden_state
        return hidden

    def _additive(self, seen: Tensor) -> Tensor:
        """0 where a query sees a key, the type's least number where not; one for all heads."""
        dtype: torch.dtype = self._classifier.dtype
        mask = torch.zeros(seen.shape, dtype=dtype)
        return mask.masked_fill_(~seen, torch.finfo(dtype).min)[:, None].to(self._device)

    def _read(self, hidden: Tensor, places: Sequence[tuple[int, int]]) -> list[float]:
        rows, columns = zip(*places, strict=True)
        last = hidden[list(rows), list(columns)]
        logits = self._classifier.score(last.float())
        margins = logits[:, self._positive] - logits[:, 1 - self._positive]
        if not bool(torch.isfinite(margins).all()):
            raise ScoringFailedError
        return [float(margin) for margin in margins]
