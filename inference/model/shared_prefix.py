"""Prompts that share a beginning, laid out so that the shared part is computed once.

A prompt's variants differ from it only from some token on. The prompt runs once and its keys and
values are kept; then the differing tails of all variants run as ONE sequence, in which a tail sees
the prompt up to where it parts from it, and itself. With rotary positions counted as in the
variant alone, every tail token sees exactly what it would see alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor

PADDING: Final = -1
PROMPT: Final = 0


@dataclass(frozen=True, slots=True)
class PackedTokens:
    """Rows of tokens, each of shape (rows, width). `segments` tells whose a token is.

    0 is the prompt, 1.. its variants' tails, -1 padding. `positions` count from the start of
    the token's own prompt or variant; `shared` is how many prompt tokens the token may see.
    """

    ids: Tensor
    segments: Tensor
    positions: Tensor
    shared: Tensor


def shared_length(prompt: Sequence[int], variant: Sequence[int]) -> int:
    """How many leading tokens are the same; always leaves the variant at least its last token."""
    limit = min(len(prompt), len(variant) - 1)
    return next((i for i in range(limit) if prompt[i] != variant[i]), limit)


def pack_prompts(prompts: Sequence[Sequence[int]]) -> PackedTokens:
    """One prompt a row, padded on the right."""
    return _pack([[(PROMPT, 0, prompt)] for prompt in prompts])


def pack_tails(
    prompts: Sequence[Sequence[int]],
    variants: Sequence[Sequence[Sequence[int]]],
    limit_tokens: int,
) -> Iterator[PackedTokens]:
    """All tails of a prompt's variants in one row, padded on the right.

    More than `limit_tokens` a row, which would need a large attention table, go on in a next
    pack; a single longer tail is a pack of its own.
    """
    rows: list[list[tuple[int, int, Sequence[int]]]] = [[] for _ in prompts]
    width = 0
    for number in range(1, max(map(len, variants), default=0) + 1):
        added = [
            _tail(number, prompt, own[number - 1]) if number <= len(own) else []
            for prompt, own in zip(prompts, variants, strict=True)
        ]
        widest = max(len(ids) for tails in added for _, _, ids in tails)
        if width and width + widest > limit_tokens:
            yield _pack(rows)
            rows, width = [[] for _ in prompts], 0
        rows = [row + tails for row, tails in zip(rows, added, strict=True)]
        width += widest
    if width:
        yield _pack(rows)


def _tail(
    number: int, prompt: Sequence[int], variant: Sequence[int]
) -> list[tuple[int, int, Sequence[int]]]:
    start = shared_length(prompt, variant)
    return [(number, start, variant[start:])]


def _pack(rows: Sequence[Sequence[tuple[int, int, Sequence[int]]]]) -> PackedTokens:
    width = max((sum(len(ids) for _, _, ids in row) for row in rows), default=0)
    ids = torch.zeros(len(rows), width, dtype=torch.long)
    segments = torch.full_like(ids, PADDING)
    positions, shared = torch.zeros_like(ids), torch.zeros_like(ids)
    for index, row in enumerate(rows):
        end = 0
        for segment, start, tokens in row:
            begin, end = end, end + len(tokens)
            ids[index, begin:end] = torch.tensor(tokens, dtype=torch.long)
            segments[index, begin:end] = segment
            positions[index, begin:end] = torch.arange(start, start + len(tokens))
            shared[index, begin:end] = start
    return PackedTokens(ids, segments, positions, shared)


def visible(
    queries: PackedTokens, keys: Sequence[PackedTokens], window: int | None = None
) -> Tensor:
    """(rows, queries, keys) of booleans: which key each query sees, within `window` tokens back."""
    segments = torch.cat([part.segments for part in keys], dim=1)[:, None, :]
    positions = torch.cat([part.positions for part in keys], dim=1)[:, None, :]
    own_segment, own_position = queries.segments[:, :, None], queries.positions[:, :, None]
    own = (segments == own_segment) & (positions <= own_position)
    prefix = (segments == PROMPT) & (positions < queries.shared[:, :, None])
    seen = (own | prefix) & (segments != PADDING)
    return seen if window is None else seen & (own_position - positions < window)


def ends_of_segments(tails: PackedTokens) -> list[tuple[int, int]]:
    """(row, column) of each tail's last token, by row, in order."""
    following = torch.nn.functional.pad(tails.segments[:, 1:], (0, 1), value=PADDING)
    last = (following != tails.segments) & (tails.segments > PROMPT)
    return [(int(row), int(column)) for row, column in last.nonzero()]
