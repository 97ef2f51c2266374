"""Shapley values against brute force and by what defines them."""

from collections.abc import Mapping
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inference.explanation.plan import ExplanationPlan
from inference.explanation.shapley import coalitions, shapley_values
from inference.prompts import TEMPLATES, PromptRow, PromptTokenizer, shared_tokens
from tests.unit.inference.bundle_factory import make_tokenizer
from tests.unit.inference.rows import rows

Game = Mapping[frozenset[str], float]
TOKENIZER = PromptTokenizer(make_tokenizer())


@st.composite
def games(draw: st.DrawFn, most: int = 5) -> tuple[str, Game]:
    players = "abcdefgh"[: draw(st.integers(0, most))]
    worths = st.floats(-1, 1, allow_nan=False)
    return players, {coalition: draw(worths) for coalition in coalitions(players)}


@given(games())
def test_equals_the_mean_over_all_orders(game: tuple[str, Game]) -> None:
    players, worth = game
    orders = list(permutations(players))
    for player, value in shapley_values(players, worth.__getitem__).items():
        gains = []
        for order in orders:
            before = frozenset(order[: order.index(player)])
            gains.append(worth[before | {player}] - worth[before])
        assert value == pytest.approx(sum(gains) / len(orders), abs=1e-9)


@settings(max_examples=20)
@given(games(most=8))
def test_the_values_sum_up_to_what_all_reach(game: tuple[str, Game]) -> None:
    players, worth = game
    total = sum(shapley_values(players, worth.__getitem__).values())
    assert total == pytest.approx(worth[frozenset(players)] - worth[frozenset()], abs=1e-9)


@given(games(most=4))
def test_players_who_do_the_same_get_the_same(game: tuple[str, Game]) -> None:
    players, worth = game
    twins = ("x", "y")

    def value(coalition: frozenset[str]) -> float:
        return worth[coalition - {*twins}] + 0.25 * len(coalition & {*twins}) ** 2

    values = shapley_values((*players, *twins), value)
    assert values["x"] == pytest.approx(values["y"], abs=1e-9)


@given(games(most=4))
def test_a_player_who_brings_nothing_gets_nothing(game: tuple[str, Game]) -> None:
    players, worth = game
    values = shapley_values((*players, "dummy"), lambda coalition: worth[coalition - {"dummy"}])
    assert values["dummy"] == pytest.approx(0, abs=1e-9)
    others = shapley_values(players, worth.__getitem__)
    assert values == pytest.approx({**others, "dummy": 0.0}, abs=1e-9)


@settings(max_examples=25, deadline=None)
@given(rows, st.sampled_from(sorted(TEMPLATES)))
def test_every_set_of_masked_fields_runs_once(row: PromptRow, template: str) -> None:
    layout = TEMPLATES[template].lay_out(row, TOKENIZER.remembering(), 400)
    prompts = ExplanationPlan.of(row, layout, ["shapley"]).prompts()
    assert prompts[0] == layout.prompt.token_ids
    assert len(prompts) == len(set(prompts))
    assert {layout.without(masked) for masked in coalitions(row.present_fields())} <= {*prompts}


@given(st.lists(st.integers(0, 2)), st.lists(st.integers(0, 2)))
def test_shared_tokens_are_the_common_beginning(a: list[int], b: list[int]) -> None:
    count = shared_tokens(a, b)
    assert a[:count] == b[:count]
    assert count == min(len(a), len(b)) or a[count] != b[count]
