"""`python -m inference score`: one line a resume, in order."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from domain.errors import ScoringError
from domain.score import Assessment
from inference.assessor import Assessor
from inference.commands.inputs import Problem, ReadResume, read_rows
from inference.prompts import PromptRow

_ROWS_AT_ONCE = 16


async def score_files(
    assessor: Assessor, files: Sequence[Path], read_resume: ReadResume, *, as_json: bool
) -> bool:
    """Prints as it goes; True where every row got its score."""
    all_scored = True
    for path in files:
        rows = await read_rows(path, read_resume)
        for start in range(0, len(rows), _ROWS_AT_ONCE):
            part = rows[start : start + _ROWS_AT_ONCE]
            for answer in assess_rows(assessor, part):
                all_scored &= isinstance(answer, Assessment)
                line = _json_line(path, answer) if as_json else _text_line(path, answer)
                print(line)
        sys.stdout.flush()
    return all_scored


def assess_rows(
    assessor: Assessor, rows: Sequence[PromptRow | Problem]
) -> list[Assessment | Problem]:
    """Answers in order; a row that breaks the model is tried alone and costs only itself."""
    good = [row for row in rows if isinstance(row, PromptRow)]
    try:
        answers = iter(assessor.assess(good))
    except ScoringError as error:
        if len(rows) == 1:
            return [Problem("scoring_failed", str(error))]
        return [answer for row in rows for answer in assess_rows(assessor, [row])]
    return [row if isinstance(row, Problem) else next(answers) for row in rows]


def _json_line(path: Path, answer: Assessment | Problem) -> str:
    if isinstance(answer, Problem):
        error = {"code": answer.code, "message": answer.message}
        return json.dumps({"file": str(path), "ok": False, "error": error}, ensure_ascii=False)
    score, why = answer.score, answer.explanation
    line = {
        "file": str(path),
        "ok": True,
        "score": score.score,
        "probability": score.probability,
        "percentile": score.percentile,
        "contributions": dict(why.contributions),
        "seen": dict(why.seen),
        "model": score.model.model_dump(include={"name", "revision", "template"}),
    }
    return json.dumps(line, ensure_ascii=False)


def _text_line(path: Path, answer: Assessment | Problem) -> str:
    if isinstance(answer, Problem):
        return f"{path}: {answer.code}: {answer.message}"
    score, why = answer.score, answer.explanation
    moved = sorted(why.contributions.items(), key=lambda item: -abs(item[1]))
    reasons = ", ".join(f"{field} {100 * change:+.2f}" for field, change in moved)
    unseen = ", ".join(f"{field} {share:.0%}" for field, share in why.seen.items() if share < 1)
    return (
        f"{path}: score {score.score:.1f} of 100, probability {score.probability:.2%}, "
        f"percentile {score.percentile:.0f}; points of probability by field: {reasons}"
        + (f"; seen in part: {unseen}" if unseen else "")
    )
