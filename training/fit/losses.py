"""Losses of both stages."""

from typing import Final

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, huber_loss, logsigmoid, softplus

FOCAL_GAMMA: Final = 2.0
_FAMILY_WEIGHT: Final = 0.15
_PAIR_WEIGHT: Final = 0.5
_SAME_GAP: Final = 0.2
_LEAST_GAIN: Final = 0.6
_SHARPNESS: Final = 4.0


def focal_loss(
    margins: Tensor,
    confirmed: Tensor,
    weights: Tensor,
    confirmed_weight: float,
    gamma: float = FOCAL_GAMMA,
) -> Tensor:
    """Mean over rows of -w (1 - p)^gamma log p (Lin et al. 2017), p of the label's class.

    `margins` (rows,) are logit differences. `confirmed` (rows,) is 0 or 1, or the probability of
    1: then it is the loss expected over the label. `confirmed_weight` is the class weight of 1.
    """
    log_one, log_zero = logsigmoid(margins), logsigmoid(-margins)
    one = -((1 - log_one.exp()) ** gamma) * log_one * confirmed_weight
    zero = -((1 - log_zero.exp()) ** gamma) * log_zero
    losses = confirmed * one + (1 - confirmed) * zero
    return (losses * weights).sum() / weights.sum()


def pair_loss(logits: Tensor, same: Tensor, more: Tensor) -> Tensor:
    """What must not matter moves nothing; what an expert rewards raises the logit.

    Weighed for its place beside a stage's own loss. `logits` (rows,) of a confirmed grade: 0.12 of
    them are 3 points of the score in its middle.
    """
    loss = logits.new_zeros(())
    if len(same):
        gap = logits[same[:, 1]] - logits[same[:, 0]]
        loss = loss + huber_loss(gap, torch.zeros_like(gap), delta=_SAME_GAP) / _SAME_GAP
    if len(more):
        gain = logits[more[:, 1]] - logits[more[:, 0]]
        loss = loss + softplus(_SHARPNESS * (_LEAST_GAIN - gain)).mean() / _SHARPNESS
    return _PAIR_WEIGHT * loss


def evidence_loss(predicted: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
    """Huber loss over the targets that are known; (rows, targets) each, NaN where unknown."""
    known = ~targets.isnan()
    losses = huber_loss(predicted, targets.nan_to_num(), reduction="none", delta=1.0) * known
    return (losses.sum(dim=1) * weights).sum() / weights.sum()


def family_loss(predicted: Tensor, family: Tensor) -> Tensor:
    """Cross-entropy of the wanted trade; rows of -1 are left out."""
    if bool((family < 0).all()):
        return predicted.sum() * 0
    return _FAMILY_WEIGHT * cross_entropy(predicted, family, ignore_index=-1)
