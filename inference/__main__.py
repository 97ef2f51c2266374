"""`python -m inference score [--json] [--bundle DIR] FILE...`

Exit status: 0 when every resume was scored, 1 when some were not, 2 for bad usage or a bundle
that can't be used.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from domain.errors import BundleError
from domain.resume import Reading
from inference.assessor import load_assessor
from inference.commands.score import score_files

DEFAULT_BUNDLE: Final = "compact"
_BAD_USAGE: Final = 2


class _ReaderOnDemand:
    """Starts the parsers' process only when a file needs it: JSON does not."""

    def __init__(self) -> None:
        # The one import of the parsers from this package; heavy, and not needed for JSON.
        from parsers.isolation import IsolatedResumeReader

        self._reader = IsolatedResumeReader()
        self._is_started = False

    async def read(self, content: bytes, file_name: str) -> Reading:
        if not self._is_started:
            await self._reader.start()
            self._is_started = True
        return await self._reader.read(content, file_name)

    async def close(self) -> None:
        if self._is_started:
            await self._reader.close()


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        return asyncio.run(_score(options))
    except BundleError as error:
        print(f"bundle {options.bundle}: {error}", file=sys.stderr)
        return _BAD_USAGE


async def _score(options: argparse.Namespace) -> int:
    assessor = load_assessor(options.bundle, device=options.device, dtype=options.dtype)
    reader = _ReaderOnDemand()
    try:
        scored = await score_files(assessor, options.files, reader.read, as_json=options.json)
    finally:
        await reader.close()
    return 0 if scored else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m inference", description="Rate resumes.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    score = commands.add_parser("score", help="score resumes, one line each")
    score.add_argument("--json", action="store_true", help="one JSON object a line")
    score.add_argument(
        "--bundle", default=DEFAULT_BUNDLE, help="a shipped bundle's name or a folder"
    )
    score.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    score.add_argument("--dtype", default="auto", help="auto, float32, bfloat16 or nf4")
    score.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="a resume file, or .json / .jsonl in the resume form or the training data's row form",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
