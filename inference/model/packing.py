"""Token sequences laid end to end without padding, with shared beginnings computed once.

The sequences of one group (a prompt and its variants) are put in lexicographic order. There, no
earlier sequence has more leading tokens in common with one than the one right before it, so that a
sequence only adds the tokens from where it parts from its neighbour: together they are a tree of
prefixes. With positions counted from its own start and attention over its own path through the
tree, a token gets exactly what it gets in the sequence alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from inference.prompts import shared_tokens

Place = tuple[int, int]
"""A sequence by its group and its number within the group."""


@dataclass(frozen=True, slots=True)
class Member:
    """A sequence whose first `shared` tokens are those of the member before it."""

    place: Place
    ids: Sequence[int]
    shared: int = 0

    @property
    def own_tokens(self) -> int:
        return len(self.ids) - self.shared


@dataclass(frozen=True, slots=True)
class Span:
    """Queries `first_query`.. of `query_count`, which stand at positions `start`.. of a sequence.

    `keys` are the places in the pack of that sequence's tokens up to the last query.
    """

    first_query: int
    query_count: int
    start: int
    keys: slice | Tensor


@dataclass(frozen=True, slots=True)
class Pack:
    """Tokens of shape (tokens,) and one span a member; `lasts` are the members' last tokens."""

    ids: Tensor
    positions: Tensor
    spans: tuple[Span, ...]
    lasts: Tensor

    def spans_of_lasts(self) -> Iterator[Span]:
        """Spans where only the last token of each member asks."""
        for number, span in enumerate(self.spans):
            yield Span(number, 1, span.start + span.query_count - 1, span.keys)


def cut_packs(
    groups: Sequence[Sequence[Sequence[int]]], limit_tokens: int, group_limit_tokens: int
) -> Iterator[list[Member]]:
    """Members for one pack each, at most `limit_tokens` of them where groups are not larger.

    Groups keep their order and stay whole up to `group_limit_tokens`. A larger one goes on in the
    next pack, where its first member is computed whole again; so does a single longer sequence.
    """
    pack: list[Member] = []
    tokens = 0
    for number, sequences in enumerate(groups):
        members = _arrange(number, sequences)
        if pack and tokens + sum(member.own_tokens for member in members) > limit_tokens:
            yield pack
            pack, tokens = [], 0
        for member in members:
            if pack and tokens + member.own_tokens > group_limit_tokens:
                yield pack
                pack, tokens = [replace(member, shared=0)], len(member.ids)
            else:
                pack.append(member)
                tokens += member.own_tokens
    if pack:
        yield pack


def count_tokens(sequences: Sequence[Sequence[int]]) -> int:
    """What a group takes when it is computed as one tree."""
    return sum(member.own_tokens for member in _arrange(0, sequences))


def lay_out(members: Sequence[Member]) -> Pack:
    ids: list[int] = []
    positions: list[int] = []
    spans: list[Span] = []
    path = torch.empty(0, dtype=torch.long)
    for member in members:
        begin = len(ids)
        ids += member.ids[member.shared :]
        positions += range(member.shared, len(member.ids))
        path = torch.cat((path[: member.shared], torch.arange(begin, len(ids))))
        keys = path if member.shared else slice(begin, len(ids))
        spans.append(Span(begin, len(ids) - begin, member.shared, keys))
    lasts = [span.first_query + span.query_count - 1 for span in spans]
    return Pack(torch.tensor(ids), torch.tensor(positions), tuple(spans), torch.tensor(lasts))


def _arrange(group: int, sequences: Sequence[Sequence[int]]) -> list[Member]:
    tuples = [tuple(ids) for ids in sequences]
    order = sorted(range(len(tuples)), key=tuples.__getitem__)
    members = []
    before: tuple[int, ...] = ()
    for number in order:
        ids = tuples[number]
        # The last token always runs: its state is the answer.
        shared = min(shared_tokens(before, ids), len(ids) - 1)
        members.append(Member((group, number), ids, shared))
        before = ids
    return members
