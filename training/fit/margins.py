"""Margins of many rows: fast for a model in training, or by the very code that serves."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray

from inference.model.encoder_margins import EncoderMargins
from inference.model.margins import MarginModel
from training.fit.adapter import LABELS
from training.fit.attention import CAUSAL_ONLY, NO_MASKS
from training.simulation.row import CONFIRMED

Floats = NDArray[np.float64]
_BATCH_TOKENS: Final = 8192


@torch.inference_mode()
def margins_of(classifier: Any, prompts: Sequence[Sequence[int]]) -> Floats:
    """logit(confirmed) - logit(not confirmed) of each prompt; (rows,).

    Causal attention alone: the numbers of serving (to 1e-4) in a third of its time.
    """
    classifier.eval()
    for part in (classifier, classifier.model):
        part.config._attn_implementation = CAUSAL_ONLY
    positive = LABELS.index(CONFIRMED)
    found = np.zeros(len(prompts))
    for chosen in _batches(prompts):
        rows = [torch.tensor(prompts[index]) for index in chosen]
        ids = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True)
        hidden = classifier.model(
            input_ids=ids, attention_mask=NO_MASKS, use_cache=False
        ).last_hidden_state
        last = torch.tensor([len(row) - 1 for row in rows])
        logits = classifier.score(hidden[torch.arange(len(rows)), last])
        found[chosen] = (logits[:, positive] - logits[:, 1 - positive]).double().numpy()
    for part in (classifier, classifier.model):
        part.config._attn_implementation = "eager"
    return found


def margins_of_model(
    model: MarginModel | EncoderMargins, prompts: Sequence[Sequence[int]]
) -> Floats:
    """The same from a bundle, by the code that serves it."""
    found = np.zeros(len(prompts))
    for chosen in _batches(prompts):
        found[chosen] = model.margins([prompts[index] for index in chosen])
    return found


def _batches(prompts: Sequence[Sequence[int]]) -> list[list[int]]:
    """Numbers of prompts; those of a length go together."""
    batches: list[list[int]] = []
    for index in sorted(range(len(prompts)), key=lambda i: len(prompts[i])):
        batch = batches[-1] if batches else []
        if not batch or (len(batch) + 1) * len(prompts[index]) > _BATCH_TOKENS:
            batches.append([index])
        else:
            batch.append(index)
    return batches
