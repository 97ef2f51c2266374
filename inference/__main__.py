"""`python -m inference {score|audit|fetch}`

`score [--json] [--bundle DIR] [-o OUT] FILE...`: exit status 0 when every resume was scored, 1
when some were not, 2 for bad usage, a bundle that can't be used or an OUT that can't be written,
130 when it was interrupted; `audit` likewise. `fetch BUNDLE...`: 0 when all is there, 1 when
something could not be fetched, 2 for bad usage.
"""

import argparse
import asyncio
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from domain.errors import BundleError, ResumeFileError
from domain.resume import Reading
from inference.assessor import load_assessor
from inference.commands import audit, fetch
from inference.commands.bulk_options import add_bulk_options, check_bulk_options, run_bulk
from inference.commands.inputs import Problem
from inference.commands.messages import explain_bundle, explain_interruption
from inference.commands.options import add_blind_option, add_explain_option, spell_out_blind
from inference.commands.score import score_files
from parsers.isolation import IsolatedResumeReader, IsolationUnavailableError
from parsers.messages import explain

DEFAULT_BUNDLE: Final = "compact"
_BAD_USAGE: Final = 2
_INTERRUPTED: Final = 130


def main(arguments: Sequence[str] | None = None) -> int:
    parser = _parser()
    options = parser.parse_args(spell_out_blind(sys.argv[1:] if arguments is None else arguments))
    if options.command == "fetch":
        return fetch.run(options, parser)
    for path in options.files:
        if not path.is_file() or not os.access(path, os.R_OK):
            parser.error(f"can't open the file: {path}")
    if options.command == "score":
        check_bulk_options(options, parser)
    try:
        return asyncio.run(_answer(options))
    except KeyboardInterrupt:
        print(explain_interruption(getattr(options, "output", None)), file=sys.stderr)
        return _INTERRUPTED
    except (BundleError, IsolationUnavailableError) as error:
        print(explain_bundle(error) if isinstance(error, BundleError) else error, file=sys.stderr)
        return _BAD_USAGE


async def _answer(options: argparse.Namespace) -> int:
    if options.verbose:
        logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
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
        if options.command == "audit":
            done = await audit.audit_files(
                assessor, options.files, read_resume, as_json=options.json
            )
        elif options.output is not None:
            return await run_bulk(assessor, options, read_resume)
        else:
            done = await score_files(
                assessor,
                options.files,
                read_resume,
                as_json=options.json,
                hidden=options.blind,
                detail=options.explain,
            )
    finally:
        await reader.close()
    return 0 if done else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m inference", description="Rate resumes.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    score = commands.add_parser("score", help="score resumes, one line each")
    _add_common_arguments(score)
    add_blind_option(score)
    add_explain_option(score)
    add_bulk_options(score)
    _add_common_arguments(commands.add_parser("audit", help=audit.HELP))
    fetch.add_arguments(commands.add_parser("fetch", help=fetch.HELP))
    return parser


def _add_common_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--bundle", default=DEFAULT_BUNDLE, help="a shipped bundle's name or a folder"
    )
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    parser.add_argument("--dtype", default="auto", help="auto, float32, bfloat16 or nf4")
    parser.add_argument(
        "--allow-remote-code",
        action="store_true",
        help="run the Python that a bundle's manifest names on a hub; read it first",
    )
    parser.add_argument(
        "--verbose", action="store_true", help="also how the model is held in memory, to stderr"
    )
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="a resume file, or .json / .jsonl in the resume form or the training data's row form",
    )


if __name__ == "__main__":
    sys.exit(main())
