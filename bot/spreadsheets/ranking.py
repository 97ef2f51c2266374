"""The sheets of a batch: the ranking with its evidence, the failures, and what columns mean."""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from bot.i18n import Html, Translator
from bot.replies.card import CARD_ORDER
from bot.replies.failures import failure_text
from bot.spreadsheets.field_texts import field_cell
from bot.spreadsheets.table import Cell, Column, Sheet
from domain.fields import FieldName
from domain.resume import FieldEvidence
from usecases.batches.rank import RankedCandidate
from usecases.batches.result import BatchResult

_FIELD_WIDTHS: Final[dict[FieldName, int]] = {
    "position": 32,
    "work_experience": 60,
    "key_skills": 40,
    "age": 9,
    "city": 18,
    "salary": 24,
    "client_name": 24,
}
_MARKUP = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class _Figure:
    """One column of the ranking and how a candidate fills it."""

    column: Column
    cell: Callable[[RankedCandidate], Cell]


def ranking_sheets(translator: Translator, result: BatchResult) -> Sequence[Sheet]:
    """Ranking, failures where there are any, and the meaning of the columns."""
    ranking = ranking_sheet(translator, result)
    failures = [_failures(translator, result)] if result.failures else []
    return [ranking, *failures, _meanings(translator, ranking.columns)]


def ranking_sheet(translator: Translator, result: BatchResult) -> Sheet:
    """Blind mode leaves out all columns of what it hides."""
    fields = [field for field in CARD_ORDER if field not in result.hidden]
    figures = [
        *_places(translator),
        *_field_values(translator, fields),
        *_scores(translator),
        *(figure for field in fields for figure in _evidence(translator, field)),
        *_circumstances(translator, result),
    ]
    rows = [[figure.cell(one) for figure in figures] for one in result.candidates]
    columns = [figure.column for figure in figures]
    return Sheet(translator.plain("sheet-ranking"), columns, rows, frozen_columns=4)


def _places(translator: Translator) -> list[_Figure]:
    def places(one: RankedCandidate) -> Cell:
        return f"{one.best}–{one.worst}" if one.is_tied else one.number

    return [
        _figure(translator, "number", 6, lambda one: one.number),
        _figure(translator, "places", 10, places),
        _figure(translator, "score", 8, lambda one: round(one.analysis.assessment.score.score, 1)),
        _figure(translator, "file", 30, lambda one: one.item.file_name),
        _figure(translator, "repeats", 20, _repeats),
    ]


def _repeats(candidate: RankedCandidate) -> Cell:
    names = [item.file_name or "" for item in candidate.repeats]
    return "\n".join(names) or None


def _field_values(translator: Translator, fields: Sequence[FieldName]) -> list[_Figure]:
    meaning = translator.plain("sheet-value-meaning")
    values = [
        _Figure(
            Column(translator.plain(f"field-{field}"), meaning, _FIELD_WIDTHS[field]),
            partial(_value, field=field),
        )
        for field in fields
    ]
    months = _figure(
        translator,
        "experience-months",
        10,
        lambda one: one.analysis.resume.total_experience_months,
    )
    return [*values, months]


def _value(candidate: RankedCandidate, *, field: FieldName) -> Cell:
    return field_cell(candidate.analysis.resume, field)


def _scores(translator: Translator) -> list[_Figure]:
    def percent(share: float) -> float:
        return round(100 * share, 2)

    def noise(one: RankedCandidate) -> Cell:
        value = one.analysis.assessment.explanation.noise
        return None if value is None else percent(value)

    return [
        _figure(
            translator,
            "probability",
            13,
            lambda one: percent(one.analysis.assessment.score.probability),
        ),
        _figure(
            translator,
            "percentile",
            12,
            lambda one: round(one.analysis.assessment.score.percentile, 1),
        ),
        _figure(translator, "noise", 10, noise),
    ]


def _evidence(translator: Translator, field: FieldName) -> list[_Figure]:
    """What the value of one field rests on, and what it did."""

    def evidence(one: RankedCandidate) -> FieldEvidence | None:
        return (one.item.evidence or {}).get(field)

    def doubtful(one: RankedCandidate) -> Cell:
        found = evidence(one)
        return translator.plain("sheet-yes") if found and found.is_doubtful else None

    def confidence(one: RankedCandidate) -> Cell:
        found = evidence(one)
        return found.confidence if found else None

    def contribution(one: RankedCandidate) -> Cell:
        change = one.analysis.assessment.explanation.contributions.get(field)
        return None if change is None else round(100 * change, 3)

    def seen(one: RankedCandidate) -> Cell:
        share = one.analysis.assessment.explanation.seen.get(field)
        return None if share is None else round(100 * share, 1)

    return [
        _figure_of(translator, field, "contribution", contribution),
        _figure_of(translator, field, "seen", seen),
        _figure_of(translator, field, "doubtful", doubtful),
        _figure_of(translator, field, "confidence", confidence),
        _figure_of(translator, field, "place", lambda one: _place(translator, evidence(one))),
    ]


def _place(translator: Translator, evidence: FieldEvidence | None) -> Cell:
    if evidence is None or evidence.page is None:
        return None
    if evidence.line is None:
        return translator.plain("sheet-page", page=evidence.page)
    return translator.plain("sheet-page-line", page=evidence.page, line=evidence.line)


def _circumstances(translator: Translator, result: BatchResult) -> list[_Figure]:
    def hidden(one: RankedCandidate) -> Cell:
        fields = one.analysis.assessment.explanation.hidden
        return ", ".join(translator.plain(f"field-{field}") for field in fields) or None

    def model(one: RankedCandidate) -> Cell:
        identity = one.analysis.assessment.score.model
        about = identity.model_dump(include={"name", "revision", "template"})
        value = translator.plain("sheet-model-value", **about)
        return translator.plain("sheet-model-demo", model=value) if identity.is_demo else value

    vacancy = result.vacancy.title if result.vacancy else None
    return [
        _figure(translator, "warnings", 30, lambda one: _warnings(translator, one)),
        _figure(translator, "vacancy", 24, lambda one: vacancy),
        _figure(translator, "hidden", 18, hidden),
        _figure(translator, "model", 30, model),
        _figure(
            translator,
            "scored-at",
            17,
            lambda one: one.analysis.created_at.strftime("%Y-%m-%d %H:%M"),
        ),
    ]


def _warnings(translator: Translator, candidate: RankedCandidate) -> Cell:
    keys = (f"warning-{code}" for code in candidate.analysis.resume.warnings)
    known = (key if translator.has(key) else "warning-other" for key in keys)
    return "\n".join(dict.fromkeys(translator.plain(key) for key in known)) or None


def _failures(translator: Translator, result: BatchResult) -> Sheet:
    columns = [
        Column(translator.plain("sheet-file"), "", 40),
        Column(translator.plain("sheet-reason"), "", 90),
        Column(translator.plain("sheet-repeats"), "", 30),
    ]
    rows = [
        [
            failed.item.file_name,
            _plain(failure_text(translator, failed.item.failure)) if failed.item.failure else None,
            "\n".join(item.file_name or "" for item in failed.repeats) or None,
        ]
        for failed in result.failures
    ]
    return Sheet(translator.plain("sheet-failures"), columns, rows)


def _meanings(translator: Translator, columns: Sequence[Column]) -> Sheet:
    headings = [
        Column(translator.plain("sheet-column-name"), "", 40),
        Column(translator.plain("sheet-column-meaning"), "", 110),
    ]
    rows = [[column.heading, column.meaning] for column in columns]
    return Sheet(translator.plain("sheet-meaning"), headings, rows)


def _figure(
    translator: Translator, name: str, width: int, cell: Callable[[RankedCandidate], Cell]
) -> _Figure:
    heading = translator.plain(f"sheet-{name}")
    return _Figure(Column(heading, translator.plain(f"sheet-{name}-meaning"), width), cell)


def _figure_of(
    translator: Translator,
    field: FieldName,
    name: str,
    cell: Callable[[RankedCandidate], Cell],
) -> _Figure:
    heading = translator.plain(
        "sheet-of-field",
        field=translator.plain(f"field-{field}"),
        what=translator.plain(f"sheet-{name}"),
    )
    return _Figure(Column(heading, translator.plain(f"sheet-{name}-meaning"), 14), cell)


def _plain(text: Html) -> str:
    return html.unescape(_MARKUP.sub("", text))
