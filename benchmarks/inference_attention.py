"""Attention over one resume: our blockwise path beside transformers' eager one and PyTorch's fused.

`python -m benchmarks.inference_attention`. Random queries at the embedded bundle's shape and at
Gemma-2-2b's, float32; the fused path has no soft-capping, so it stands only where there is none.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from typing import Any, Final

import torch
from torch import Tensor

from benchmarks._clock import seconds
from benchmarks._gemma import COMPACT, TWO_B
from inference.model.attention import AttentionRule, attend
from inference.model.packing import Span

_LENGTHS: Final = (250, 500, 1000)
_BLOCKS: Final = (64, 128, 256, 1024)
_BEST_OF: Final = 7


def main() -> int:
    figures: dict[str, Any] = {}
    shapes: dict[str, dict[str, Any]] = {"compact": COMPACT, "gemma-2-2b": TWO_B}
    for name, shape in shapes.items():
        for softcap in (None, 50.0):
            for length in _LENGTHS:
                key = f"{name}, {'soft-capped' if softcap else 'not capped'}, {length} tokens"
                figures[key] = found = _measure(shape, length, softcap)
                sys.stdout.write(f"{key:40} {json.dumps(found)}\n")
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


@torch.inference_mode()
def _measure(shape: dict[str, Any], length: int, softcap: float | None) -> dict[str, float]:
    """Milliseconds, the best of several."""
    heads, key_heads = shape["num_attention_heads"], shape["num_key_value_heads"]
    width = shape["head_dim"]
    queries = torch.randn(length, heads, width)
    keys, values = torch.randn(2, length, key_heads, width)
    scaling = shape["query_pre_attn_scalar"] ** -0.5
    span = Span(0, length, 0, slice(0, length))
    ways: dict[str, Callable[[], Tensor]] = {
        "eager": partial(_eager, queries, keys, values, scaling, softcap)
    }
    for block in _BLOCKS:
        rule = AttentionRule(scaling, softcap, None, block)
        ways[f"blocks of {block}"] = partial(attend, queries, keys, values, [span], rule)
    if softcap is None:
        ways["fused"] = partial(_fused, queries, keys, values, scaling)
    return {name: round(1000 * seconds(way, best_of=_BEST_OF), 2) for name, way in ways.items()}


def _eager(
    queries: Tensor, keys: Tensor, values: Tensor, scaling: float, softcap: float | None
) -> Tensor:
    """The steps of transformers' eager path, mask included."""
    groups = queries.shape[1] // keys.shape[1]
    across = keys.repeat_interleave(groups, 1).permute(1, 2, 0)
    scores = torch.matmul(queries.transpose(0, 1), across) * scaling
    if softcap is not None:
        scores = torch.tanh(scores / softcap) * softcap
    hidden = torch.full(scores.shape[1:], torch.finfo(scores.dtype).min).triu(1)
    weights = torch.softmax(scores + hidden, dim=-1)
    mixed = torch.matmul(weights, values.repeat_interleave(groups, 1).transpose(0, 1))
    return mixed.transpose(0, 1).contiguous()


def _fused(queries: Tensor, keys: Tensor, values: Tensor, scaling: float) -> Tensor:
    query, key, value = (part.transpose(0, 1)[None] for part in (queries, keys, values))
    return torch.nn.functional.scaled_dot_product_attention(
        query, key, value, is_causal=True, scale=scaling, enable_gqa=True
    )


if __name__ == "__main__":
    sys.exit(main())
