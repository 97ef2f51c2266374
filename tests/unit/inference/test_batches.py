"""Which rows run together."""

from hypothesis import given
from hypothesis import strategies as st

from inference.model.batches import cut_batches


def test_like_lengths_run_together_longest_first() -> None:
    assert cut_batches([10, 500, 12, 480, 11], 1000) == [[1, 3], [2, 4, 0]]


@given(st.lists(st.integers(1, 2000)), st.integers(1, 4096))
def test_each_row_once_and_no_batch_over_the_limit(lengths: list[int], limit: int) -> None:
    batches = cut_batches(lengths, limit)
    assert sorted(index for batch in batches for index in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len(batch) == 1 or len(batch) * max(lengths[i] for i in batch) <= limit
