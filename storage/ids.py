"""Ids that come from buttons, which anybody can forge."""

from typing import Final

_LARGEST_ID: Final = 2**63 - 1


def as_id(number: int) -> int:
    """The number where SQLite can hold it as an id, else 0, which no row has."""
    return number if 0 < number <= _LARGEST_ID else 0
