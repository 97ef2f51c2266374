"""`python -m tests.fuzz FORMAT SECONDS FOLDER`: one format's fuzzing. Needs atheris.

Findings (crashes, more than 10 s of the processor, more than 2 GiB) are left in FOLDER as libFuzzer
names them.
"""

import sys
import time
from pathlib import Path

import atheris  # type: ignore[import-untyped]  # not among the requirements: see `make fuzz`

with atheris.instrument_imports(include=["parsers"]):
    from tests.fuzz.reading import list_any, read_any

from tests.fuzz.formats import FORMATS, TOKENS, seeds
from tests.fuzz.packing import mutate_within

_SLOW_SECONDS = 10
_HANG_SECONDS = 120
"""By the clock, so a busy machine must not make a finding of what is only starved."""
_MEMORY_MIB = 2048


def main() -> None:
    kind, seconds, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    if kind not in FORMATS:
        sys.exit(f"FORMAT is one of {', '.join(FORMATS)}")
    corpus = folder / kind
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(kind)):
        (corpus / f"seed{number}").write_bytes(seed)
    tokens = corpus.with_suffix(".dict")
    tokens.write_text("".join(f'"{_escaped(token)}"\n' for token in TOKENS[kind]))

    def read(content: bytes) -> None:
        started = time.process_time()
        read_any(content)
        if kind in {"zip", "json"}:
            list_any(content)
        assert time.process_time() - started < _SLOW_SECONDS, "too slow"

    def mutate(content: bytes, max_bytes: int, seed: int) -> bytes:
        return mutate_within(kind, content, atheris.Mutate, seed)[:max_bytes]

    options = [
        *(f"-max_total_time={seconds}", f"-timeout={_HANG_SECONDS}", f"-dict={tokens}"),
        *(f"-artifact_prefix={folder}/{kind}-", "-print_final_stats=1", "-verbosity=1"),
        *(f"-rss_limit_mb={_MEMORY_MIB}", "-max_len=200000", "-close_fd_mask=0"),
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], read, custom_mutator=mutate)
    atheris.Fuzz()


def _escaped(token: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in token.encode())


if __name__ == "__main__":
    main()
