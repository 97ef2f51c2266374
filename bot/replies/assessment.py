"""The answer: the score, its reasons, and what a person must know to read it rightly."""

from collections.abc import Mapping, Sequence

from bot.i18n import Html, Translator, join_html
from bot.replies.cutting import one_line
from domain.analysis import Analysis
from domain.fields import FIELD_NAMES, FieldName
from domain.score import Explanation, Score

SMALL_CONTRIBUTION = 0.001
"""A tenth of a percentage point of probability: less is said to be small, not drawn."""
_BAR_CELLS = 10
_CONTRIBUTION_CELLS = 5


def assessment_text(translator: Translator, analysis: Analysis) -> Html:
    """The whole answer as one message."""
    score, explanation = analysis.assessment.score, analysis.assessment.explanation
    blocks = [
        _headline(translator, analysis),
        _figures(translator, score),
        _reasons(translator, explanation),
        _sight(translator, explanation),
        _model(translator, score),
    ]
    return join_html("\n\n", blocks)


def bar(share: float, cells: int) -> str:
    """A bar of blocks for a share of 0..1; anything above zero has at least one block."""
    filled = max(round(share * cells), 1 if share > 0 else 0)
    return "▰" * filled + "▱" * (cells - filled)


def _headline(translator: Translator, analysis: Analysis) -> Html:
    position = analysis.resume.position
    lines = [
        translator.html("score-title", score=round(analysis.assessment.score.score)),
        Html(bar(analysis.assessment.score.score / 100, _BAR_CELLS)),
    ]
    if position:
        lines.insert(0, translator.html("score-position", position=one_line(position, 160)))
    if analysis.assessment.score.model.is_demo:
        lines.append(translator.html("score-demo"))
    if not analysis.assessment.score.model.is_calibrated:
        lines.append(translator.html("score-uncalibrated"))
    return join_html("\n", lines)


def _figures(translator: Translator, score: Score) -> Html:
    return join_html(
        "\n",
        [
            translator.html("score-fifty"),
            translator.html("score-percentile", percentile=round(score.percentile)),
            translator.html(
                "score-probability",
                percent=score.probability * 100,
                typical=score.typical_probability * 100,
            ),
        ],
    )


def _reasons(translator: Translator, explanation: Explanation) -> Html:
    ranked = sorted(explanation.contributions.items(), key=lambda item: -abs(item[1]))
    noise = explanation.noise or 0.0
    small = [
        field
        for field, change in ranked
        if abs(change) < SMALL_CONTRIBUTION or explanation.is_noise(field)
    ]
    clear = [(field, change) for field, change in ranked if field not in small]
    largest = max((abs(change) for _, change in clear), default=0.0)
    blocks = []
    for title, sign in (("score-raised", 1), ("score-lowered", -1)):
        lines = [
            _contribution(translator, field, change, largest)
            for field, change in clear
            if change * sign > 0
        ]
        if lines:
            blocks.append(join_html("\n", [translator.html(title), *lines]))
    if small and noise >= SMALL_CONTRIBUTION:
        names = _names(translator, small)
        blocks.append(translator.html("score-noise", fields=names, points=noise * 100))
    elif small:
        blocks.append(translator.html("score-small", fields=_names(translator, small)))
    return join_html("\n\n", blocks)


def _contribution(translator: Translator, field: FieldName, change: float, largest: float) -> Html:
    return translator.html(
        "score-contribution",
        bar=bar(abs(change) / largest, _CONTRIBUTION_CELLS),
        field=translator.html(f"field-{field}"),
        sign="+" if change > 0 else "−",
        points=abs(change) * 100,
    )


def _sight(translator: Translator, explanation: Explanation) -> Html:
    lines = [_unseen(translator, explanation.seen)]
    if explanation.hidden:
        hidden = _names(translator, explanation.hidden)
        lines.append(translator.html("score-hidden", fields=hidden))
    return join_html("\n", lines)


def _unseen(translator: Translator, seen: Mapping[FieldName, float]) -> Html:
    cut = [
        translator.html(
            "score-seen-part",
            field=translator.html(f"field-{field}"),
            percent=min(int(seen[field] * 100), 99),
        )
        for field in FIELD_NAMES
        if seen.get(field, 1.0) < 1.0
    ]
    if not cut:
        return translator.html("score-seen-all")
    return translator.html("score-seen-cut", fields=join_html(", ", cut))


def _model(translator: Translator, score: Score) -> Html:
    model = score.model
    lines = [
        translator.html("score-model", name=model.name, template=model.template),
        translator.html("score-suggestion"),
    ]
    return join_html("\n", lines)


def _names(translator: Translator, fields: Sequence[FieldName]) -> Html:
    return join_html(", ", [translator.html(f"field-{field}") for field in fields])
