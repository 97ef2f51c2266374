"""A comparison as the facts of its picture, and in words below it."""

from collections.abc import Sequence
from typing import Final

from aiogram.types import InlineKeyboardMarkup

from bot.i18n import Html, Translator, join_html
from bot.pictures.compare import LETTERS, Candidate, CompareFacts, CompareWords
from bot.replies.answer_picture import decimal_mark
from bot.replies.card import CARD_ORDER
from bot.replies.cutting import one_line
from bot.replies.keyboards import Go, ScoreAlikeThese, button
from domain.analysis import Analysis
from domain.fields import FieldName
from domain.person import BLIND_FIELDS
from usecases.compare_candidates import Comparison, Difference

_NAME_UNITS: Final = 44
_DRAWN_NAME_UNITS: Final = 80
_WARNINGS: Final[tuple[Difference, ...]] = ("models", "hidden", "vacancies")


def compare_facts(translator: Translator, comparison: Comparison, *, blind: bool) -> CompareFacts:
    """The picture; a blind recruiter sees neither cities nor what age and city bring."""
    fields = [
        field
        for field in CARD_ORDER
        if not (blind and field in BLIND_FIELDS)
        and any(field in _points(one) for one in comparison.candidates)
    ]
    words = CompareWords(
        title=translator.plain("compare-title", count=len(comparison.candidates)),
        score=translator.plain("compare-score"),
        place=translator.plain("compare-place"),
        reasons=translator.plain("compare-reasons"),
        footers=(translator.plain("compare-grey"),),
        decimal_mark=decimal_mark(translator),
    )
    return CompareFacts(
        words=words,
        fields=tuple(translator.plain(f"field-{field}") for field in fields),
        candidates=tuple(
            _candidate(translator, one, fields, blind) for one in comparison.candidates
        ),
    )


def _candidate(
    translator: Translator, analysis: Analysis, fields: Sequence[FieldName], blind: bool
) -> Candidate:
    points = _points(analysis)
    explanation = analysis.assessment.explanation
    return Candidate(
        name=candidate_name(translator, analysis, _DRAWN_NAME_UNITS, blind=blind),
        score=analysis.assessment.score.score,
        percentile=analysis.assessment.score.percentile,
        points=tuple(points.get(field) for field in fields),
        is_noise=tuple(field in points and explanation.is_noise(field) for field in fields),
    )


def _points(analysis: Analysis) -> dict[FieldName, float]:
    contributions = analysis.assessment.explanation.contributions
    return {field: change * 100 for field, change in contributions.items()}


def candidate_name(translator: Translator, analysis: Analysis, units: int, *, blind: bool) -> str:
    """What tells a candidate apart: position, city, and the file that a recruiter knows."""
    resume = analysis.resume
    parts = [resume.position or translator.plain("history-no-position")]
    if resume.city and not blind:
        parts.append(resume.city)
    if analysis.file_name:
        parts.insert(0, one_line(analysis.file_name.rpartition(".")[0], units // 2))
    return one_line(" · ".join(filter(None, parts)), units)


def compare_caption(translator: Translator, comparison: Comparison, *, blind: bool) -> Html:
    """Who leads, by what, and what must be known beside it; within a caption's 1024 units.

    Scores of different kinds are no more than listed.
    """
    lines = [
        translator.html(
            "compare-candidate",
            letter=letter,
            score=round(one.assessment.score.score),
            name=candidate_name(translator, one, _NAME_UNITS, blind=blind),
        )
        for letter, one in zip(LETTERS, comparison.candidates, strict=False)
    ]
    warnings = [
        translator.html(f"compare-differ-{one}")
        for one in _WARNINGS
        if one in comparison.differences
    ]
    if not blind and any(one in BLIND_FIELDS for one in comparison.reasons):
        warnings.append(translator.html("compare-by-age-or-city"))
    models = [one.assessment.score.model for one in comparison.candidates]
    if any(model.is_demo for model in models):
        warnings.append(translator.html("compare-demo"))
    blocks = [
        translator.html("compare-heading"),
        join_html("\n", lines),
        _verdict(translator, comparison, blind),
        join_html("\n", warnings),
        translator.html("compare-suggestion"),
    ]
    return join_html("\n\n", blocks)


def _verdict(translator: Translator, comparison: Comparison, blind: bool) -> Html:
    if comparison.leaders == 0:
        return translator.html("compare-no-leader")
    if comparison.leaders > 1:
        letters = ", ".join(LETTERS[: comparison.leaders])
        return translator.html("compare-tie", letters=letters)
    first, second = (one.assessment.score.probability for one in comparison.candidates[:2])
    lead = translator.html("compare-leader", letter=LETTERS[0], points=(first - second) * 100)
    told = [one for one in comparison.reasons if not (blind and one in BLIND_FIELDS)]
    if not told:
        return join_html("\n", [lead, translator.html("compare-no-reason")])
    fields = join_html(", ", [translator.html(f"field-{one}") for one in told])
    return join_html("\n", [lead, translator.html("compare-reason", fields=fields)])


def compare_keyboard(translator: Translator, comparison: Comparison) -> InlineKeyboardMarkup:
    rows = [
        [
            button(translator, "button-compare-others", Go(to="compare")),
            button(translator, "button-history", Go(to="history")),
        ]
    ]
    if not comparison.is_of_one_kind:
        ids = [one.id for one in comparison.candidates]
        rows.insert(0, [button(translator, "button-score-alike", ScoreAlikeThese.of(ids))])
    return InlineKeyboardMarkup(inline_keyboard=rows)
