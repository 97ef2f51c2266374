"""Which rows run together."""

from collections.abc import Sequence


def cut_batches(lengths: Sequence[int], limit_tokens: int) -> list[list[int]]:
    """Indices in batches of like length, longest first, each at most `limit_tokens` with padding.

    A row longer than the limit is a batch of its own.
    """
    batches: list[list[int]] = []
    width = 0
    for index in sorted(range(len(lengths)), key=lambda i: (-lengths[i], i)):
        if batches and (len(batches[-1]) + 1) * width <= limit_tokens:
            batches[-1].append(index)
        else:
            batches.append([index])
            width = lengths[index]
    return batches
