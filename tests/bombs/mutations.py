"""Good files, spoilt a little: bits turned, parts cut out, doubled or moved, the end missing."""

from collections.abc import Sequence

from hypothesis import strategies as st

from tests.samples.make_samples import SAMPLES

Mutation = tuple[str, int, int]
"""What is done, where and how long: places count from the start, and wrap at the end."""

_KINDS = ("turn", "set", "cut", "double", "move", "end")
NAMES = tuple(
    sorted(
        path.name
        for path in SAMPLES.iterdir()
        if path.suffix in {".pdf", ".docx", ".doc", ".odt", ".html", ".txt", ".json", ".png"}
        and not path.name.endswith(".expected.json")
    )
)
MUTATIONS = st.lists(
    st.tuples(st.sampled_from(_KINDS), st.integers(0, 1 << 20), st.integers(0, 300)),
    min_size=1,
    max_size=8,
)


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def mutate(content: bytes, mutations: Sequence[Mutation]) -> bytes:
    for kind, where, amount in mutations:
        if not content:
            return content
        content = _mutate(content, kind, where % len(content), amount)
    return content


def _mutate(content: bytes, kind: str, place: int, amount: int) -> bytes:
    before, after = content[:place], content[place:]
    match kind:
        case "turn":
            return before + bytes([after[0] ^ (1 << amount % 8)]) + after[1:]
        case "set":
            return before + bytes([amount % 256]) + after[1:]
        case "cut":
            return before + after[amount:]
        case "double":
            return before + after[:amount] * 2 + after[amount:]
        case "move":
            return after[amount:] + before + after[:amount]
        case _:
            return before
