"""Intervals for a mean, for a median and for a share."""

import math
from collections.abc import Callable, Sequence
from statistics import NormalDist
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from domain.measurement import Interval

Floats = NDArray[np.float64]
Statistic = Callable[..., Any]
"""From values (repeats, count) along `axis=1` to (repeats,)."""

_REPEATS: Final = 2000
_SEED: Final = 20_261_123
_AT_ONCE: Final = 2_000_000


def bootstrap_interval(
    values: Sequence[float],
    statistic: Statistic = np.mean,
    *,
    level: float = 0.95,
    repeats: int = _REPEATS,
    seed: int = _SEED,
) -> Interval:
    """The percentile bootstrap (Efron 1979): the same values give the same interval.

    At least one value. `statistic` is np.mean, np.median or the like.
    """
    sample = np.asarray(values, dtype=np.float64)
    draw = np.random.default_rng(seed)
    rows = max(1, _AT_ONCE // len(sample))
    found = [
        statistic(sample[draw.integers(len(sample), size=(count, len(sample)))], axis=1)
        for count in _parts(repeats, rows)
    ]
    tail = 100 * (1 - level) / 2
    low, high = np.percentile(np.concatenate(found), [tail, 100 - tail])
    value = float(statistic(sample[None], axis=1)[0])
    return Interval(value=value, low=min(float(low), value), high=max(float(high), value))


def wilson_interval(successes: int, count: int, *, level: float = 0.95) -> Interval:
    """Wilson's score interval for a share (1927), which also holds for shares of 0 and 1."""
    z = NormalDist().inv_cdf((1 + level) / 2)
    share = successes / count
    spread = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    middle, scale = share + z * z / (2 * count), 1 + z * z / count
    low, high = (middle - spread) / scale, (middle + spread) / scale
    # At 0 and 1 the sums miss the ends by the last bit.
    return Interval(value=share, low=min(max(0.0, low), share), high=max(min(1.0, high), share))


def rate_interval(hits: Sequence[bool], *, level: float = 0.95) -> Interval:
    """A share by the bootstrap; by Wilson's interval where all rows are the same.

    There the bootstrap would claim to know the share for certain.
    """
    successes = sum(hits)
    if successes in (0, len(hits)):
        return wilson_interval(successes, len(hits), level=level)
    return bootstrap_interval([float(hit) for hit in hits], level=level)


def median_and_p95(values: Sequence[float]) -> tuple[float, float] | None:
    """With straight lines between neighbours; None without values."""
    if not values:
        return None
    median, high = np.percentile(np.asarray(values, dtype=np.float64), [50, 95])
    return float(median), float(high)


def _parts(total: int, size: int) -> list[int]:
    whole, rest = divmod(total, size)
    return [size] * whole + ([rest] if rest else [])
