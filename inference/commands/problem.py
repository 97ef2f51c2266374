"""Why one input gets no score."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A code of the parsers' closed list, or "scoring_failed"; the message is for people."""

    code: str
    message: str
