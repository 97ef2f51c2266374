"""`python -m inference score`: one line a resume, in order."""

import asyncio
import sys
from collections.abc import AsyncIterator, Collection, Sequence
from pathlib import Path

from domain.errors import ScoringError
from domain.fields import FieldName
from domain.score import Assessment, Detail
from inference.assessor import Assessor
from inference.commands.inputs import Problem, ReadResume, stream_rows
from inference.commands.lines import json_line, text_line
from inference.prompts import PromptRow

_ROWS_AT_ONCE = 16


async def score_files(
    assessor: Assessor,
    files: Sequence[Path],
    read_resume: ReadResume,
    *,
    as_json: bool,
    hidden: Collection[FieldName] = (),
    detail: Collection[Detail] = (),
) -> bool:
    """Prints as it goes; True where every row got its score."""
    all_scored = True
    for path in files:
        async for part in _parts(path, read_resume):
            rows = [blind(row, hidden) for row in part]
            for answer in assess_rows(assessor, rows, detail=detail):
                all_scored &= isinstance(answer, Assessment)
                line = json_line(path, answer) if as_json else text_line(path, answer)
                print(line)
            sys.stdout.flush()
            # Where an interruption is heard.
            await asyncio.sleep(0)
    return all_scored


async def _parts(
    path: Path, read_resume: ReadResume
) -> AsyncIterator[Sequence[PromptRow | Problem]]:
    part: list[PromptRow | Problem] = []
    async for row in stream_rows(path, read_resume):
        part.append(row)
        if len(part) == _ROWS_AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def assess_rows(
    assessor: Assessor,
    rows: Sequence[PromptRow | Problem],
    *,
    explained: bool = True,
    detail: Collection[Detail] = (),
) -> list[Assessment | Problem]:
    """Answers in order; a row that breaks the model is tried alone and costs only itself."""
    good = [row for row in rows if isinstance(row, PromptRow)]
    try:
        answers = iter(assessor.assess(good, explained=explained, detail=detail))
    except ScoringError as error:
        if len(rows) == 1:
            return [Problem("scoring_failed", str(error))]
        alone = [assess_rows(assessor, [row], explained=explained, detail=detail) for row in rows]
        return [answer for answers in alone for answer in answers]
    return [row if isinstance(row, Problem) else next(answers) for row in rows]


def blind(row: PromptRow | Problem, hidden: Collection[FieldName]) -> PromptRow | Problem:
    """The row with these fields kept from the model."""
    if isinstance(row, Problem) or not hidden:
        return row
    masked = row.blind_to(hidden)
    return (
        masked if masked.present_fields() else Problem("empty", "no field to score but hidden ones")
    )
