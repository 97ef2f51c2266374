"""The answers of a bulk run as the lines of a file: CSV or JSON lines."""

import csv
import io
import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from domain.csv_cells import defused
from domain.fields import FIELD_NAMES, FieldName
from domain.score import Assessment
from inference.commands.lines import json_line
from inference.commands.problem import Problem

COLUMNS: Final = (
    *("file", "row", "ok", "score", "probability", "percentile"),
    *("model", "revision", "template", "error", "message"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """The answer to row `row` of `file`, counted from 1."""

    file: Path
    row: int
    answer: Assessment | Problem


class LineFormat(Protocol):
    """Each line is one line of text with its end; `header` is empty or one such line."""

    header: str

    def text(self, line: Line) -> str: ...

    def is_problem(self, text: str) -> bool:
        """Whether a line that was written says why there is no score."""
        ...


class JsonLines:
    """As `score --json` prints them, with `row`."""

    header = ""

    def text(self, line: Line) -> str:
        told = json.loads(json_line(line.file, line.answer))
        numbered = {"file": told.pop("file"), "row": line.row} | told
        return json.dumps(numbered, ensure_ascii=False) + "\n"

    def is_problem(self, text: str) -> bool:
        return json.loads(text)["ok"] is False


class CsvTable:
    """One row an answer: `COLUMNS`, and a contribution a field where these were asked for."""

    def __init__(self, contributions: Collection[FieldName] = ()) -> None:
        self._contributions = contributions
        self.header = _csv_line([*COLUMNS, *(f"contribution_{name}" for name in contributions)])

    def text(self, line: Line) -> str:
        start = [_cell(str(line.file)), line.row]
        if isinstance(answer := line.answer, Problem):
            nothing = [""] * len(self._contributions)
            error = [_cell(answer.code), _cell(answer.message)]
            return _csv_line([*start, "false", *[""] * 6, *error, *nothing])
        score, why = answer.score, answer.explanation.contributions
        numbers = [f"{score.score:.4f}", f"{score.probability:.6f}", f"{score.percentile:.4f}"]
        model = map(_cell, (score.model.name, score.model.revision, score.model.template))
        moved = [f"{why[name]:.6f}" if name in why else "" for name in self._contributions]
        return _csv_line([*start, "true", *numbers, *model, "", "", *moved])

    def is_problem(self, text: str) -> bool:
        return next(csv.reader([text]))[COLUMNS.index("ok")] == "false"


def line_format(out: Path, *, explained: bool) -> LineFormat | None:
    """By the file's ending; None for an ending that is neither."""
    match out.suffix.lower():
        case ".csv":
            return CsvTable(FIELD_NAMES if explained else ())
        case ".jsonl" | ".ndjson":
            return JsonLines()
    return None


def _cell(text: str) -> str:
    """One line, and no formula: a spreadsheet would run a text that begins like one."""
    return defused(" ".join(text.split()))


def _csv_line(cells: list[object]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()
