"""How sequences are laid end to end, and how packs are shared out among cores."""

import threading

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from inference.model.packing import (
    Pack,
    Span,
    count_tokens,
    cut_packs,
    lay_out,
)
from inference.model.threads import run_side_by_side

sequences = st.lists(st.integers(0, 3), min_size=1, max_size=20)
groups = st.lists(st.lists(sequences, min_size=1, max_size=6), max_size=5)


def path_of(pack: Pack, span: Span) -> list[int]:
    """The ids that the span's last token sees, itself counted."""
    return pack.ids[span.keys].tolist()


@given(groups=groups, limit=st.integers(1, 60), group_limit=st.integers(1, 120))
def test_every_sequence_sees_itself_whole_and_nothing_else(
    groups: list[list[list[int]]], limit: int, group_limit: int
) -> None:
    found = {}
    for members in cut_packs(groups, limit, group_limit):
        pack = lay_out(members)
        for member, span, last in zip(members, pack.spans, pack.lasts.tolist(), strict=True):
            found[member.place] = path_of(pack, span)
            assert pack.positions[span.keys].tolist() == list(range(len(member.ids)))
            assert last == span.first_query + span.query_count - 1
            assert pack.ids[last] == member.ids[-1]
    assert found == {
        (number, index): ids
        for number, group in enumerate(groups)
        for index, ids in enumerate(group)
    }


@given(groups=groups, limit=st.integers(1, 60))
def test_no_pack_is_over_the_limit_but_for_one_group(
    groups: list[list[list[int]]], limit: int
) -> None:
    for members in cut_packs(groups, limit, 10**6):
        tokens = sum(member.own_tokens for member in members)
        assert tokens <= limit or len({member.place[0] for member in members}) == 1


def test_variants_share_with_one_another_and_not_only_with_the_prompt() -> None:
    prompt = [1, 2, 3, 4]
    variants = [[9, 2, 3, 4], [9, 2, 3, 5], [1, 2, 3, 5]]
    assert count_tokens([prompt, *variants]) == 4 + 4 + 1 + 1


def test_a_sequence_that_another_begins_with_still_runs_its_last_token() -> None:
    assert count_tokens([[1, 2, 3], [1, 2], [1, 2, 3]]) == 2 + 1 + 1


@pytest.mark.parametrize("workers", [1, 3])
def test_side_by_side_in_order_with_one_thread_an_operation(workers: int) -> None:
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    used = set()

    def run(pack: int) -> tuple[int, int]:
        used.add(threading.current_thread().name)
        return pack, torch.get_num_threads()

    try:
        assert run_side_by_side(run, [], workers) == []
        assert run_side_by_side(run, range(9), workers) == [(pack, 1) for pack in range(9)]
        assert torch.get_num_threads() == 2
        with pytest.raises(ZeroDivisionError):
            run_side_by_side(lambda pack: 1 / pack, [1, 0], workers)
        assert torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(before)
    assert (used == {"MainThread"}) is (workers == 1)
