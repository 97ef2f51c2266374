"""The admin's export of a live bot -> training rows, without what tells who somebody is."""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from domain.analysis import Analysis
from inference.prompts.from_resume import row_from_resume
from inference.prompts.row import MISSING
from parsers.fields.contacts import without_contacts
from training.errors import RowsError, TooFewRowsError
from training.rows.candidates import name_candidates
from training.rows.clean import LABEL
from training.simulation.row import CONFIRMED, NOT_CONFIRMED

DECIDED_ON: Final = "decided_on"
"""The day of the verdict: the newest ones are kept for the comparison."""
VERDICTS_FILE: Final = "verdicts.csv"
ANALYSES_FILE: Final = "analyses.jsonl"
LEAST_ROWS: Final = 100
LEAST_OF_EACH: Final = 20
_MOST_BYTES: Final = 1 << 30
_WORDS: Final = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class ExportedVerdicts:
    """Rows, oldest verdict first, and what was left out: rows of before for the same claim, and
    verdicts whose analysis is not in the export."""

    rows: list[dict[str, Any]]
    repeated: int
    without_analysis: int


def export_verdicts(
    archive: Path, *, least_rows: int = LEAST_ROWS, least_of_each: int = LEAST_OF_EACH
) -> ExportedVerdicts:
    """Reads the ZIP of the bot's /export.

    Raises RowsError for a file that is none, and TooFewRowsError below the minimum counts: fewer
    would teach a model who these few people are, not what an expert is.
    """
    verdicts = dict(_verdicts(archive))
    rows, found = [], set()
    for analysis in _analyses(archive):
        if analysis.id in verdicts:
            found.add(analysis.id)
            is_confirmed, decided_at = verdicts[analysis.id]
            rows.append(_row(analysis, is_confirmed, decided_at))
    kept = _newest_of_each_claim(rows)
    _check_counts(kept, least_rows, least_of_each)
    return ExportedVerdicts(kept, len(rows) - len(kept), len(verdicts.keys() - found))


def _verdicts(archive: Path) -> Iterator[tuple[int, tuple[bool, str]]]:
    text = _member(archive, VERDICTS_FILE).decode("utf-8-sig", "replace")
    for number, line in enumerate(csv.DictReader(io.StringIO(text)), start=2):
        word = _WORDS.get(line.get("grade_confirmed") or "")
        if word is None:
            continue
        try:
            decided_at = datetime.fromisoformat(line["changed_at"]).isoformat()
            yield int(line["analysis_id"]), (word, decided_at)
        except (KeyError, TypeError, ValueError) as error:
            raise RowsError(f"{archive}:{VERDICTS_FILE}", f"line {number}") from error


def _analyses(archive: Path) -> Iterator[Analysis]:
    lines = _member(archive, ANALYSES_FILE).split(b"\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield Analysis.model_validate_json(line)
        except ValidationError:
            # Not chained: pydantic's text quotes the resume.
            raise RowsError(f"{archive}:{ANALYSES_FILE}", f"line {number}") from None


def _member(archive: Path, name: str) -> bytes:
    try:
        with zipfile.ZipFile(archive) as source, source.open(name) as file:
            content = file.read(_MOST_BYTES + 1)
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError) as error:
        raise RowsError(str(archive), name) from error
    if len(content) > _MOST_BYTES:
        raise RowsError(str(archive), name)
    return content


def _row(analysis: Analysis, is_confirmed: bool, decided_at: str) -> dict[str, Any]:
    """As the model saw it: what blind mode hid from it stays hidden."""
    shown = row_from_resume(analysis.resume).without(analysis.assessment.explanation.hidden)
    texts = ("age", "city", "position", "key_skills", "client_name", "salary", "work_experience")
    row: dict[str, Any] = {name: without_contacts(getattr(shown, name)) for name in texts}
    if shown.total_experience is not None:
        row["total_experience"] = shown.total_experience
    label = CONFIRMED if is_confirmed else NOT_CONFIRMED
    return row | {"country": MISSING, LABEL: label, DECIDED_ON: decided_at}


def _newest_of_each_claim(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row a candidate and client: a corrected resume is scored, and judged, again."""
    newest: dict[tuple[str, str], dict[str, Any]] = {}
    candidates = name_candidates(rows) if rows else []
    numbers = {name: str(number) for number, name in enumerate(dict.fromkeys(candidates), start=1)}
    for row, candidate in zip(rows, candidates, strict=True):
        # A number of this export alone: a digest of the career would name the person elsewhere.
        named = row | {"candidate": numbers[candidate]}
        claim = (named["candidate"], str(row["client_name"]))
        if claim not in newest or row[DECIDED_ON] > newest[claim][DECIDED_ON]:
            newest[claim] = named
    ordered = sorted(newest.values(), key=lambda row: str(row[DECIDED_ON]))
    return [row | {DECIDED_ON: str(row[DECIDED_ON])[:10]} for row in ordered]


def _check_counts(rows: Sequence[Mapping[str, Any]], least_rows: int, least_of_each: int) -> None:
    confirmed = sum(row[LABEL] == CONFIRMED for row in rows)
    for lack, found, least in (
        ("verdicts", len(rows), least_rows),
        ("confirmed grades", confirmed, least_of_each),
        ("grades that were not confirmed", len(rows) - confirmed, least_of_each),
    ):
        if found < least:
            raise TooFewRowsError(f"{lack} (at least {least})", found)
