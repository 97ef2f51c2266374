"""`python -m inference score FILE... -o OUT`: many rows into one file, in constant memory."""

import asyncio
import sys
from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final, NoReturn

from tqdm import tqdm

from domain.fields import FieldName
from inference.assessor import Assessor
from inference.commands.inputs import ReadResume, count_rows, holds_one_row, stream_rows
from inference.commands.problem import Problem
from inference.commands.score import assess_rows, blind
from inference.commands.table import Line, LineFormat
from inference.commands.unfinished import UnfinishedOutput, facts_of_files
from inference.prompts import PromptRow

_ROWS_AT_ONCE: Final = 32
_EXPLAINED_ROWS_AT_ONCE: Final = 8


@dataclass(frozen=True, slots=True)
class BulkRequest:
    """What to score, into what. `explained` costs several times as much."""

    files: Sequence[Path]
    out: Path
    lines: LineFormat
    explained: bool = False
    hidden: Collection[FieldName] = ()
    shows_progress: bool = False


async def score_into_file(
    assessor: Assessor, request: BulkRequest, read_resume: ReadResume
) -> bool:
    """Goes on with an unfinished run of the same; True where every row now has its score.

    Raises OutputExistsError, OutputMismatchError or OSError.
    """
    facts = facts_of_run(assessor, request)
    lines = request.lines
    with UnfinishedOutput(request.out, facts) as output:
        if lines.header and output.lines == 0:
            output.append([lines.header])
        written = list(map(lines.is_problem, islice(output.written(), bool(lines.header), None)))
        problems = sum(written)
        with _progress_bar(request, len(written)) as bar:
            async for answered in _answers(assessor, request, read_resume, len(written)):
                output.append(list(map(lines.text, answered)))
                problems += sum(isinstance(line.answer, Problem) for line in answered)
                bar.update(len(answered))
                # Where an interruption is heard: between batches nothing is lost.
                await asyncio.sleep(0)
        output.finish()
    return problems == 0


def facts_of_run(assessor: Assessor, request: BulkRequest) -> dict[str, str]:
    """What must be the same for a run to go on, by the names that a person knows."""
    model = assessor.identity
    return {
        "bundle": f"{model.name} {model.revision}",
        "columns": "with contributions" if request.explained else "without contributions",
        "hidden fields": ", ".join(request.hidden) or "none",
        **facts_of_files(request.files),
    }


async def _answers(
    assessor: Assessor, request: BulkRequest, read_resume: ReadResume, done: int
) -> AsyncIterator[list[Line]]:
    size = _EXPLAINED_ROWS_AT_ONCE if request.explained else _ROWS_AT_ONCE
    batch: list[tuple[Path, int, PromptRow | Problem]] = []
    async for row in _rows(request, read_resume, done):
        batch.append(row)
        if len(batch) == size:
            yield _assessed(assessor, batch, request.explained)
            batch = []
    if batch:
        yield _assessed(assessor, batch, request.explained)


def _assessed(
    assessor: Assessor, batch: Sequence[tuple[Path, int, PromptRow | Problem]], explained: bool
) -> list[Line]:
    answers = assess_rows(assessor, [row for _, _, row in batch], explained=explained)
    return [
        Line(path, number, answer) for (path, number, _), answer in zip(batch, answers, strict=True)
    ]


async def _rows(
    request: BulkRequest, read_resume: ReadResume, done: int
) -> AsyncIterator[tuple[Path, int, PromptRow | Problem]]:
    """Each row with its file and its number there; the first `done` of all are left out."""
    position = 0
    for path in request.files:
        if position < done and holds_one_row(path):
            position += 1
            continue
        number = 0
        async for row in stream_rows(path, read_resume):
            number += 1
            position += 1
            if position > done:
                yield path, number, blind(row, request.hidden)


def _progress_bar(request: BulkRequest, done: int) -> "tqdm[NoReturn]":
    total = None
    if request.shows_progress:
        counts = [count_rows(path) for path in request.files]
        total = sum(counts) if None not in counts else None  # type: ignore[arg-type]
    return tqdm(
        initial=done,
        total=total,
        unit="row",
        file=sys.stderr,
        disable=not request.shows_progress,
    )
