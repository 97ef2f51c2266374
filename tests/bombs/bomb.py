from typing import Final, NamedTuple

READ: Final = "read"
"""Not an error: what can be read of it is."""
USELESS: Final = frozenset({"empty", "not_a_resume", "damaged"})
"""Nothing in it, whoever looks: the readers differ in what they say of it."""
HEAVY: Final = frozenset({"too_complex", "timeout"})


class Bomb(NamedTuple):
    name: str
    content: bytes
    outcomes: frozenset[str]
    """Codes of errors, or READ."""


def bomb(name: str, content: bytes, *outcomes: str | frozenset[str]) -> Bomb:
    allowed = [{each} if isinstance(each, str) else each for each in outcomes]
    return Bomb(name, content, frozenset().union(*allowed))
