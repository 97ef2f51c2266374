"""`python -m inference score`: one line a resume, in order."""

import sys
from collections.abc import Collection, Sequence
from pathlib import Path

from domain.errors import ScoringError
from domain.fields import FieldName
from domain.score import Assessment
from inference.assessor import Assessor
from inference.commands.inputs import Problem, ReadResume, read_rows
from inference.commands.lines import json_line, text_line
from inference.explanation.plan import Detail
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
        rows = await read_rows(path, read_resume)
        for start in range(0, len(rows), _ROWS_AT_ONCE):
            part = [_blind(row, hidden) for row in rows[start : start + _ROWS_AT_ONCE]]
            for answer in assess_rows(assessor, part, detail):
                all_scored &= isinstance(answer, Assessment)
                line = json_line(path, answer) if as_json else text_line(path, answer)
                print(line)
        sys.stdout.flush()
    return all_scored


def assess_rows(
    assessor: Assessor, rows: Sequence[PromptRow | Problem], detail: Collection[Detail] = ()
) -> list[Assessment | Problem]:
    """Answers in order; a row that breaks the model is tried alone and costs only itself."""
    good = [row for row in rows if isinstance(row, PromptRow)]
    try:
        answers = iter(assessor.assess(good, detail=detail))
    except ScoringError as error:
        if len(rows) == 1:
            return [Problem("scoring_failed", str(error))]
        return [answer for row in rows for answer in assess_rows(assessor, [row], detail)]
    return [row if isinstance(row, Problem) else next(answers) for row in rows]


def _blind(row: PromptRow | Problem, hidden: Collection[FieldName]) -> PromptRow | Problem:
    if isinstance(row, Problem) or not hidden:
        return row
    blind = row.blind_to(hidden)
    return (
        blind if blind.present_fields() else Problem("empty", "no field to score but hidden ones")
    )
