"""Causal attention over the spans of a pack, block by block, so that no hidden half is computed.

One way for all bases: in float32 on a CPU it is as fast as PyTorch's fused attention or faster, and
that has no soft-capping (`python -m benchmarks.inference_attention`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

import torch
from torch import Tensor

from inference.model.packing import Span


@dataclass(frozen=True, slots=True)
class AttentionRule:
    """`window`: how many tokens back a token sees, itself counted; `softcap` as Gemma-2 has it."""

    scaling: float
    softcap: float | None
    window: int | None
    block: int


def attend(
    queries: Tensor, keys: Tensor, values: Tensor, spans: Iterable[Span], rule: AttentionRule
) -> Tensor:
    """(queries, heads, width), keys and values (tokens, key heads, width) -> as the queries.

    Scores are scaled, soft-capped and summed up in float32, whatever the type.
    """
    scaled = queries * (rule.scaling if rule.softcap is None else rule.scaling / rule.softcap)
    mixed = torch.empty_like(queries)
    for span in spans:
        keys_across = keys[span.keys].permute(1, 2, 0)
        values_along = values[span.keys].transpose(0, 1)
        for begin in range(0, span.query_count, rule.block):
            end = min(span.query_count, begin + rule.block)
            rows = slice(span.first_query + begin, span.first_query + end)
            mixed[rows] = _attend_block(
                scaled[rows], keys_across, values_along, span.start + begin, rule
            )
    return mixed


def _attend_block(
    queries: Tensor, keys: Tensor, values: Tensor, start: int, rule: AttentionRule
) -> Tensor:
    """Queries at positions `start`.. against keys (key heads, width, length), values turned."""
    count, heads, width = queries.shape
    key_heads = keys.shape[0]
    end = start + count
    first = 0 if rule.window is None else max(0, start - rule.window + 1)
    # The heads that share keys become more rows of one product.
    rows = queries.view(count, key_heads, -1, width).permute(1, 2, 0, 3)
    scores = torch.bmm(rows.reshape(key_heads, -1, width), keys[:, :, first:end]).float()
    if rule.softcap is not None:
        scores.tanh_().mul_(rule.softcap)
    scores = scores.view(key_heads, -1, count, end - first)
    _hide(scores, start, first, rule.window)
    weights = torch.softmax(scores, dim=-1).to(values.dtype).view(key_heads, -1, end - first)
    mixed = torch.bmm(weights, values[:, first:end]).view(key_heads, -1, count, width)
    return mixed.permute(2, 0, 1, 3).reshape(count, heads, width)


def _hide(scores: Tensor, start: int, first: int, window: int | None) -> None:
    """Least numbers where a query of (..., queries, keys) must not look: ahead, or too far back."""
    count = scores.shape[-2]
    least = torch.finfo(scores.dtype).min
    if count > 1:
        ahead = torch.full((count, count), least, device=scores.device).triu_(1)
        scores[..., start - first :].add_(ahead)
    if window is not None and start + count > window:
        own = torch.arange(start, start + count, device=scores.device)[:, None]
        others = torch.arange(first, start + count, device=scores.device)
        scores.masked_fill_(own - others >= window, least)
