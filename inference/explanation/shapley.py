"""Shapley values: each player's fair share of what all players reach together.

L. S. Shapley, "A Value for n-Person Games" (1953): the player's mean contribution over all orders
in which the players can come, which is
sum over S without i of |S|! (n - |S| - 1)! / n! * (v(S + i) - v(S)).
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations
from math import factorial, fsum
from typing import TypeVar

Player = TypeVar("Player")


def coalitions(players: Sequence[Player]) -> Iterator[frozenset[Player]]:
    """All 2^n of them, the smallest first."""
    sizes = range(len(players) + 1)
    return map(frozenset, chain.from_iterable(combinations(players, size) for size in sizes))


def shapley_values(
    players: Sequence[Player], value: Callable[[frozenset[Player]], float]
) -> dict[Player, float]:
    """Exact, from the values of all 2^n coalitions; each is asked for once.

    The values sum up to value(all) - value(none).
    """
    worth = {coalition: value(coalition) for coalition in coalitions(players)}
    count = len(players)
    weights = [
        factorial(size) * factorial(count - size - 1) / factorial(count) for size in range(count)
    ]
    return {
        player: fsum(
            weights[len(others)] * (worth[others | {player}] - amount)
            for others, amount in worth.items()
            if player not in others
        )
        for player in players
    }
