"""Which variants of a prompt run whole, so that the others can use their beginnings."""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain

from domain.fields import FIELD_NAMES, FieldName
from inference.prompts import TokenIds

Group = tuple[TokenIds, list[TokenIds]]
"""A prompt that runs whole, and the variants that run from where they part from it."""


def shared_tokens(a: Sequence[int], b: Sequence[int]) -> int:
    """How many leading tokens are the same."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def group_coalitions(
    whole: TokenIds, hidden: Mapping[frozenset[FieldName], TokenIds]
) -> list[Group]:
    """The prompts of all sets of hidden fields, so grouped that the fewest tokens run.

    Hiding a field near the prompt's beginning leaves little to share with the whole prompt, but
    much with the prompts that hide it too. So every choice of the first k fields in the prompt
    runs whole, with the choices of the others hanging on it; k is what costs least.
    """
    fields = [name for name in FIELD_NAMES if frozenset({name}) in hidden]
    fields.sort(key=lambda name: shared_tokens(whole, hidden[frozenset({name})]))
    candidates = [_groups(hidden, fields[:count]) for count in range(len(fields) + 1)]
    return min(candidates, key=_price)


def _groups(
    hidden: Mapping[frozenset[FieldName], TokenIds], leading: Collection[FieldName]
) -> list[Group]:
    hanging: dict[TokenIds, dict[TokenIds, None]] = {}
    for masked, ids in hidden.items():
        hanging.setdefault(hidden[masked.intersection(leading)], {})[ids] = None
    return [(base, [ids for ids in own if ids != base]) for base, own in hanging.items()]


def _price(groups: Sequence[Group]) -> int:
    """Tokens to run."""
    tails = chain.from_iterable(
        (len(ids) - shared_tokens(base, ids) for ids in variants) for base, variants in groups
    )
    return sum(len(base) for base, _ in groups) + sum(tails)
