"""Token ids -> margins, in batches of right-padded rows."""

from collections.abc import Sequence

import torch
from torch import Tensor

from inference.model.classifier import ExpertiseClassifier


class MarginModel:
    """The classifier at rest: no gradients, no dropout.

    A margin is logit(positive label) - logit(the other label) in float32, so that
    sigmoid(margin) is the uncalibrated probability.
    """

    def __init__(self, classifier: ExpertiseClassifier, positive: int) -> None:
        self._classifier = classifier.eval().requires_grad_(False)
        self._positive = positive
        self.hidden_size: int = classifier.config.hidden_size

    @torch.inference_mode()
    def margins(self, prompts: Sequence[Sequence[int]]) -> list[float]:
        """One margin a prompt, all in one batch; a row's padding is masked and never pooled."""
        if not prompts:
            return []
        device = self._classifier.device
        lengths = torch.tensor([len(prompt) for prompt in prompts])
        width = int(lengths.max())
        ids = torch.zeros(len(prompts), width, dtype=torch.long)
        for row, prompt in enumerate(prompts):
            ids[row, : len(prompt)] = torch.tensor(prompt)
        mask = torch.arange(width)[None, :] < lengths[:, None]
        hidden = self._classifier.model(
            input_ids=ids.to(device), attention_mask=mask.long().to(device), use_cache=False
        ).last_hidden_state
        last: Tensor = hidden[torch.arange(len(prompts)), (lengths - 1).to(device)]
        logits = self._classifier.score(last.float())
        margin = logits[:, self._positive] - logits[:, 1 - self._positive]
        return [float(value) for value in margin]
