"""`python -m tests.load --chats 500 --analyses 10000`: figures, the last line JSON."""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.e2e.running import shipped_or_tiny_bundle
from tests.load.run import measure_crowd, measure_memory, measure_texts
from tests.unit.inference.bundle_factory import make_bundle

_PARTS = ("texts", "crowd", "memory")


async def _measure(
    name: str, folder: Path, bundle: Path, told: argparse.Namespace
) -> Mapping[str, float]:
    match name:
        case "texts":
            return await measure_texts(folder, bundle)
        case "crowd":
            return await measure_crowd(folder, bundle, told.chats)
    return await measure_memory(folder, bundle, told.analyses)


def _crowds_model(scratch: Path, width: int | None) -> Path:
    if width is None:
        return shipped_or_tiny_bundle(scratch)
    return make_bundle(scratch / "wide", hidden_size=width)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.load")
    parser.add_argument("--chats", type=int, default=500)
    parser.add_argument("--analyses", type=int, default=10_000)
    parser.add_argument(
        "--width", type=int, help="the crowd waits for a random model so wide, e.g. 1024"
    )
    parser.add_argument("--only", choices=_PARTS, nargs="+", default=_PARTS)
    told = parser.parse_args()
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as scratch:
        tiny = make_bundle(Path(scratch) / "tiny")
        for name in told.only:
            # The crowd waits for the real model; elsewhere its time would only be waited for.
            bundle = _crowds_model(Path(scratch), told.width) if name == "crowd" else tiny
            folder = Path(scratch) / name
            folder.mkdir()
            found = asyncio.run(_measure(name, folder, bundle, told))
            figures |= found
            for key, value in found.items():
                print(f"{key:24} {value:.3f}", flush=True)
    print(json.dumps({key: round(value, 4) for key, value in figures.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
