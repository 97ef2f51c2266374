"""Token ids -> margins by an encoder: it sees both ways, so variants share no prefix."""

from collections.abc import Sequence
from typing import Any

import torch

from domain.errors import ScoringFailedError
from inference.model.batches import cut_batches
from inference.model.margins import VariantMargins
from inference.model.work_sizes import encoder_batch_tokens


class EncoderMargins:
    """An encoder classifier at rest; the same port as `MarginModel`, a plain batch a call."""

    def __init__(self, classifier: Any, positive: int, *, batch_tokens: int | None = None) -> None:
        self._classifier = classifier.eval().requires_grad_(False)
        self._positive = positive
        self._device: torch.device = classifier.device
        self._padding: int = classifier.config.pad_token_id or 0
        self.batch_tokens = batch_tokens or encoder_batch_tokens(self._device.type)

    @torch.inference_mode()
    def margins(self, prompts: Sequence[Sequence[int]]) -> list[float]:
        """logit(positive) - logit(other) of each prompt in float32, in order."""
        found: dict[int, float] = {}
        for batch in cut_batches(list(map(len, prompts)), self.batch_tokens):
            found.update(zip(batch, self._run([prompts[i] for i in batch]), strict=True))
        return [found[index] for index in range(len(prompts))]

    def margins_with_variants(
        self, prompts: Sequence[Sequence[int]], variants: Sequence[Sequence[Sequence[int]]]
    ) -> list[VariantMargins]:
        """Each prompt and each variant as if alone, in order."""
        every = [
            ids for prompt, own in zip(prompts, variants, strict=True) for ids in (prompt, *own)
        ]
        margins = iter(self.margins(every))
        return [
            VariantMargins(next(margins), tuple(next(margins) for _ in own)) for own in variants
        ]

    def _run(self, prompts: Sequence[Sequence[int]]) -> list[float]:
        rows = [torch.tensor(list(prompt), dtype=torch.long) for prompt in prompts]
        ids = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=self._padding)
        lengths = torch.tensor([len(row) for row in rows])
        mask = (torch.arange(ids.shape[1]) < lengths[:, None]).long()
        try:
            logits = self._classifier(
                input_ids=ids.to(self._device), attention_mask=mask.to(self._device)
            ).logits.float()
        except (RuntimeError, IndexError) as error:
            raise ScoringFailedError from error
        margins = logits[:, self._positive] - logits[:, 1 - self._positive]
        if not bool(torch.isfinite(margins).all()):
            raise ScoringFailedError
        return [float(margin) for margin in margins]
