"""`python -m inference audit`: does age or city move the score by more than another wording?"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from domain.audit import SwapAudit
from domain.errors import ScoringError
from inference.assessor import Assessor
from inference.commands.inputs import Problem, ReadResume, read_rows
from inference.commands.lines import json_line, text_line
from inference.prompts import PromptRow

HELP = "score resumes with other ages and cities"


async def audit_files(
    assessor: Assessor, files: Sequence[Path], read_resume: ReadResume, *, as_json: bool
) -> bool:
    """Prints as it goes; True where every row was audited."""
    all_audited = True
    for path in files:
        for row in await read_rows(path, read_resume):
            answer = row if isinstance(row, Problem) else _audit(assessor, row)
            if isinstance(answer, Problem):
                all_audited = False
                print(json_line(path, answer) if as_json else text_line(path, answer))
            else:
                print(_audit_json(path, answer) if as_json else _audit_text(path, answer))
        sys.stdout.flush()
    return all_audited


def _audit(assessor: Assessor, row: PromptRow) -> SwapAudit | Problem:
    try:
        return assessor.audit(row)
    except ScoringError as error:
        return Problem("scoring_failed", str(error))


def _audit_json(path: Path, audit: SwapAudit) -> str:
    cells = [
        {
            "age": cell.age,
            "city": cell.city,
            "score": cell.score.score,
            "probability": cell.score.probability,
        }
        for cell in audit.cells
    ]
    line = {
        "file": str(path),
        "ok": True,
        "score": audit.as_is.score,
        "probability": audit.as_is.probability,
        "cells": cells,
        "largest_difference": audit.largest_difference,
        "neutral_difference": audit.neutral_difference,
        "above_noise": audit.is_above_noise,
        "model": audit.as_is.model.model_dump(include={"name", "revision", "template"}),
    }
    return json.dumps(line, ensure_ascii=False)


def _audit_text(path: Path, audit: SwapAudit) -> str:
    ages = list(dict.fromkeys(cell.age for cell in audit.cells))
    cities = list(dict.fromkeys(cell.city for cell in audit.cells))
    scores = {(cell.age, cell.city): cell.score.score for cell in audit.cells}
    width = max(len(_city(city)) for city in cities)
    lines = [
        f"{path}: score {audit.as_is.score:.1f} as it is; with another age and city:",
        "  " + " " * width + "".join(f"{age:8}" for age in ages),
    ]
    for city in cities:
        cells = "".join(f"{scores[age, city]:8.1f}" for age in ages)
        lines.append(f"  {_city(city):{width}}{cells}")
    return "\n".join([*lines, f"  {_verdict(audit)}"])


def _verdict(audit: SwapAudit) -> str:
    largest = f"largest difference {audit.largest_difference:.1f} points"
    if audit.neutral_difference is None:
        return f"{largest}; nothing could be reworded to compare with"
    relation = "above" if audit.is_above_noise else "within"
    return f"{largest}, {relation} the {audit.neutral_difference:.1f} that other wordings make"


def _city(city: str | None) -> str:
    return city or "hidden"
