"""The options of `score -o OUT`, and how such a run is made from them and ends."""

import argparse
import sys
from pathlib import Path

from inference.assessor import Assessor
from inference.commands.bulk import BulkRequest, score_into_file
from inference.commands.inputs import ReadResume
from inference.commands.messages import explain_output
from inference.commands.table import line_format
from inference.commands.unfinished import OutputExistsError, OutputMismatchError

_BAD_USAGE = 2


def add_bulk_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="OUT",
        help="write .csv or .jsonl; the same command goes on where a stopped run ended",
    )
    parser.add_argument(
        "--contributions",
        action="store_true",
        help="with -o: also what each field brings, at several times the cost",
    )
    parser.add_argument(
        "--progress",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="with -o: show progress on stderr (by default where that is a terminal)",
    )


def check_bulk_options(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Ends with a usage error where they do not go together."""
    if options.output is None:
        if options.contributions or options.progress is not None:
            parser.error("--contributions and --progress go with -o OUT")
        return
    if line_format(options.output, explained=False) is None:
        parser.error(f"-o takes .csv, .jsonl or .ndjson, not {options.output.name}")
    if options.json or options.explain:
        parser.error("--json and --explain do not go with -o: OUT's ending says its form")
    if not options.output.parent.is_dir():
        parser.error(f"no such folder: {options.output.parent}")
    if any(path.resolve() == options.output.resolve() for path in options.files):
        parser.error("-o names one of the inputs")


async def run_bulk(assessor: Assessor, options: argparse.Namespace, read_resume: ReadResume) -> int:
    """Exit status: 0 every row scored, 1 some not, 2 the output can't be written to."""
    lines = line_format(options.output, explained=options.contributions)
    assert lines is not None, "check_bulk_options was not called"
    request = BulkRequest(
        files=options.files,
        out=options.output,
        lines=lines,
        explained=options.contributions,
        hidden=options.blind,
        shows_progress=sys.stderr.isatty() if options.progress is None else options.progress,
    )
    try:
        return 0 if await score_into_file(assessor, request, read_resume) else 1
    except (OutputExistsError, OutputMismatchError) as error:
        print(explain_output(error), file=sys.stderr)
    except OSError as error:
        print(f"Can't write {error.filename or request.out}: {error.strerror}.", file=sys.stderr)
    return _BAD_USAGE
