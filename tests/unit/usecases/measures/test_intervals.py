"""Intervals hold what they measure, and say the same on every run."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.measurement import Interval
from usecases.measures.intervals import (
    bootstrap_interval,
    median_and_p95,
    rate_interval,
    wilson_interval,
)

floats = st.floats(-1e6, 1e6, allow_nan=False)


def is_ordered(interval: Interval) -> bool:
    return interval.low <= interval.value <= interval.high


def test_wilson_of_known_counts() -> None:
    """Newcombe 1998, table I: 81 of 263, and 0 of 20."""
    found = wilson_interval(81, 263)
    assert found.low == pytest.approx(0.2553, abs=1e-4)
    assert found.high == pytest.approx(0.3662, abs=1e-4)
    none = wilson_interval(0, 20)
    assert none.low == 0
    assert none.high == pytest.approx(0.1611, abs=1e-4)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_is_within_0_and_1_and_mirrors(counts: tuple[int, int]) -> None:
    successes, count = counts
    found, mirrored = wilson_interval(successes, count), wilson_interval(count - successes, count)
    assert is_ordered(found)
    assert 0 <= found.low < found.high <= 1
    assert found.low == pytest.approx(1 - mirrored.high, abs=1e-9)
    assert found.high == pytest.approx(1 - mirrored.low, abs=1e-9)


def test_the_bootstrap_of_a_mean_is_near_the_normal_one() -> None:
    values = np.random.default_rng(1).normal(10, 2, size=400).tolist()
    found = bootstrap_interval(values)
    half = 1.96 * np.std(values) / 20
    assert found.value == pytest.approx(np.mean(values))
    assert found.low == pytest.approx(found.value - half, abs=0.04)
    assert found.high == pytest.approx(found.value + half, abs=0.04)


@settings(max_examples=30, deadline=None)
@given(st.lists(floats, min_size=1, max_size=60), st.floats(0.5, 0.98))
def test_the_bootstrap_is_ordered_repeatable_and_within_the_values(
    values: list[float], level: float
) -> None:
    found = bootstrap_interval(values, level=level, repeats=200)
    assert is_ordered(found)
    assert found == bootstrap_interval(values, level=level, repeats=200)
    room = 1e-6 * max(1.0, *map(abs, values))
    assert min(values) - room <= found.low
    assert found.high <= max(values) + room
    wider = bootstrap_interval(values, level=0.99, repeats=200)
    assert wider.low <= found.low + room
    assert found.high <= wider.high + room


def test_a_bootstrap_too_large_for_one_array_is_drawn_in_parts() -> None:
    values = [float(number % 7) for number in range(30_000)]
    found = bootstrap_interval(values, repeats=150)
    assert is_ordered(found)
    assert found.high - found.low < 0.2


@given(st.lists(st.booleans(), min_size=1, max_size=80))
@settings(max_examples=30, deadline=None)
def test_a_rate_is_never_known_for_certain(hits: list[bool]) -> None:
    found = rate_interval(hits)
    assert is_ordered(found)
    assert found.value == pytest.approx(sum(hits) / len(hits))
    if len(set(hits)) == 1 or len(hits) > 20:
        assert found.high > found.low


def test_median_and_p95() -> None:
    assert median_and_p95([]) is None
    assert median_and_p95([3.0]) == (3, 3)
    assert median_and_p95(list(map(float, range(101)))) == (50, 95)


@given(st.lists(floats, min_size=1))
def test_p95_is_not_below_the_median(values: list[float]) -> None:
    median, high = median_and_p95(values) or (0.0, 0.0)
    assert median <= high
