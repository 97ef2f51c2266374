"""What the fuzzers start from, and what they once found, gives a reading or an error."""

import pytest

from tests.fuzz.formats import FINDINGS, FORMATS, TOKENS, seeds
from tests.fuzz.packing import mutate_within
from tests.fuzz.reading import list_any, read_any


def test_every_finding_stays_mended() -> None:
    for path in FINDINGS.iterdir():
        content = path.read_bytes()
        read_any(content)
        list_any(content)


def halve(content: bytes, max_bytes: int) -> bytes:
    return content[: min(max_bytes, len(content) // 2)]


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_has_something_to_start_from(kind: str) -> None:
    """And its container is opened, so that mutations meet what is in it."""
    first = min(seeds(kind), key=len)
    assert TOKENS[kind]
    changed = [mutate_within(kind, first, halve, seed) for seed in range(4)]
    assert any(one != first for one in changed)
    for one in changed:
        read_any(one)
        list_any(one)
