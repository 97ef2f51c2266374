"""Occlusion: what the probability would be if one field, or one job or skill, were missing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from domain.score import ItemContribution
from inference.prompts import LaidOutPrompt, ListField, ListItem, TokenIds

MOST_VARIANTS: Final = 24
"""A longer list is looked at in runs of neighbours, at most this many."""


@dataclass(frozen=True, slots=True)
class OccludedItems:
    """Neighbouring items of a list, and the prompt without them."""

    items: Sequence[ListItem]
    without: TokenIds


def occlude_items(layout: LaidOutPrompt, field: ListField) -> list[OccludedItems]:
    """One entry an item, or a run of neighbours where more are seen than `MOST_VARIANTS`.

    An item out of sight is an entry of its own whose prompt is the whole one.
    """
    items = layout.items(field)
    seen = [number for number, item in enumerate(items) if item.seen]
    run = max(1, -(-len(seen) // MOST_VARIANTS))
    entries = [OccludedItems([item], layout.prompt.token_ids) for item in items if not item.seen]
    for start in range(0, len(seen), run):
        numbers = seen[start : start + run]
        without = layout.without_items(field, numbers)
        entries.append(OccludedItems([items[number] for number in numbers], without))
    return sorted(entries, key=lambda entry: entry.items[0].places)


def item_contributions(
    entries: Iterable[OccludedItems],
    probability: float,
    probability_of: Callable[[TokenIds], float],
) -> tuple[ItemContribution, ...]:
    """Signed changes of the calibrated probability, in the order of the list."""
    return tuple(
        ItemContribution(
            places=tuple(chain.from_iterable(item.places for item in entry.items)),
            change=probability - probability_of(entry.without),
            seen=sum(item.seen for item in entry.items) / len(entry.items),
        )
        for entry in entries
    )
