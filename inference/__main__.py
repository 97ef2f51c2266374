"""`python -m inference {score|fetch}`

`score [--json] [--bundle DIR] FILE...`: exit status 0 when every resume was scored, 1 when some
were not, 2 for bad usage or a bundle that can't be used. `fetch BUNDLE...`: 0 when all is there,
1 when something could not be fetched, 2 for bad usage.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from domain.errors import BundleError, ResumeFileError
from domain.resume import Reading
from inference.assessor import load_assessor
from inference.commands import fetch
from inference.commands.inputs import Problem
from inference.commands.messages import explain_bundle
from inference.commands.score import score_files
from parsers.isolation import IsolatedResumeReader, IsolationUnavailableError
from parsers.messages import explain

DEFAULT_BUNDLE: Final = "compact"
_BAD_USAGE: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.command == "fetch":
        return fetch.run(options, parser)
    for path in options.files:
        if not path.is_file() or not os.access(path, os.R_OK):
            parser.error(f"can't open the file: {path}")
    try:
        return asyncio.run(_score(options))
    except (BundleError, IsolationUnavailableError) as error:
        print(explain_bundle(error) if isinstance(error, BundleError) else error, file=sys.stderr)
        return _BAD_USAGE


async def _score(options: argparse.Namespace) -> int:
    assessor = load_assessor(
        options.bundle,
        device=options.device,
        dtype=options.dtype,
        allow_remote_code=options.allow_remote_code,
    )
    reader = IsolatedResumeReader()

    async def read_resume(content: bytes, file_name: str) -> Reading | Problem:
        try:
            return await reader.read(content, file_name)
        except ResumeFileError as error:
            return Problem(error.code, explain(error))

    try:
        scored = await score_files(assessor, options.files, read_resume, as_json=options.json)
    finally:
        await reader.close()
    return 0 if scored else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m inference", description="Rate resumes.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    score = commands.add_parser("score", help="score resumes, one line each")
    score.add_argument("--json", action="store_true", help="one JSON object a line")
    score.add_argument(
        "--bundle", default=DEFAULT_BUNDLE, help="a shipped bundle's name or a folder"
    )
    score.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    score.add_argument("--dtype", default="auto", help="auto, float32, bfloat16 or nf4")
    score.add_argument(
        "--allow-remote-code",
        action="store_true",
        help="run the Python that a bundle's manifest names on a hub; read it first",
    )
    score.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="a resume file, or .json / .jsonl in the resume form or the training data's row form",
    )
    fetch.add_arguments(commands.add_parser("fetch", help=fetch.HELP))
    return parser


if __name__ == "__main__":
    sys.exit(main())
