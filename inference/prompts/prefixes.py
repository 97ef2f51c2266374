"""Leading tokens that prompts have in common, and so need not run twice."""

from collections.abc import Sequence


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
