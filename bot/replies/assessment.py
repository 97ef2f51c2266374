"""The answer in words: what fits below a picture, and the details behind it."""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from bot.i18n import Html, Translator, join_html
from bot.replies.changes import change_lines
from bot.replies.cutting import one_line
from bot.replies.reasons import (
    SMALL_CONTRIBUTION,
    field_names,
    reason_lines,
    reasons_of,
    small_line,
)
from domain.contest import Contest, ContestState
from domain.fields import FIELD_NAMES, FieldName
from domain.score import Explanation, Score
from usecases.open_answer import Answer

CAPTION_UNITS: Final = 1024
"""Telegram's bound for a caption, in UTF-16 units after its markup is read."""
_POSITION_UNITS = 80
_NAME_UNITS = 40
_MARKUP = re.compile(r"<[^>]*>")


def answer_caption(translator: Translator, answer: Answer) -> Html:
    """The essentials within CAPTION_UNITS: what is least needed is left out where they are many."""
    tries: Sequence[Callable[[], Html]] = (
        lambda: _essentials(translator, answer, position=_POSITION_UNITS, changes=3, small=True),
        lambda: _essentials(translator, answer, position=_POSITION_UNITS, changes=1, small=True),
        lambda: _essentials(translator, answer, position=40, changes=0, small=False),
    )
    for attempt in tries:
        caption = attempt()
        if visible_units(caption) <= CAPTION_UNITS:
            break
    return caption


def answer_details(
    translator: Translator, answer: Answer, inline_username: str | None = None
) -> Html:
    """What the model saw, the noise, the model: within CAPTION_UNITS too.

    `inline_username` is the bot's where it can be called in other chats.
    """
    analysis = answer.analysis
    score, explanation = analysis.assessment.score, analysis.assessment.explanation
    number: dict[str, object] = {"number": str(analysis.id)}
    number_key = "answer-number"
    if inline_username:
        number_key, number["username"] = "answer-number-inline", inline_username
    lines = [
        _sight(translator, explanation),
        _noise(translator, explanation),
        translator.html("answer-measure"),
        translator.html("answer-fifty"),
        _model(translator, score),
        translator.html(number_key, **number),
    ]
    return join_html("\n\n", [translator.html("answer-details-title"), join_html("\n", lines)])


def visible_units(text: Html) -> int:
    """The length that Telegram counts: UTF-16 units without markup."""
    return len(html.unescape(_MARKUP.sub("", text)).encode("utf-16-le")) // 2


def bar(share: float, cells: int) -> str:
    """A bar of blocks for a share of 0..1; anything above zero has at least one block."""
    filled = max(round(share * cells), 1 if share > 0 else 0)
    return "▰" * filled + "▱" * (cells - filled)


def contest_line(translator: Translator, contest: Contest | None) -> Html:
    if contest is None:
        return Html("")
    keys: dict[ContestState, str] = {
        "open": "answer-contested",
        "upheld": "answer-upheld",
        "withdrawn": "answer-withdrawn",
    }
    return translator.html(keys[contest.state])


def _essentials(
    translator: Translator, answer: Answer, *, position: int, changes: int, small: bool
) -> Html:
    analysis = answer.analysis
    score = analysis.assessment.score
    reasons = reasons_of(analysis.assessment.explanation)
    lines = reason_lines(translator, reasons)
    if small or not lines:
        lines.append(small_line(translator, reasons))
    blocks = [
        _headline(translator, answer, position, changes),
        translator.html(
            "answer-figures",
            percentile=round(score.percentile),
            percent=score.probability * 100,
            typical=score.typical_probability * 100,
        ),
        join_html("\n", lines),
        _warnings(translator, answer),
    ]
    return join_html("\n\n", blocks)


def _headline(translator: Translator, answer: Answer, position: int, changes: int) -> Html:
    analysis = answer.analysis
    lines = [translator.html("answer-score", score=round(analysis.assessment.score.score))]
    if analysis.resume.position:
        name = one_line(analysis.resume.position, position)
        lines.insert(0, translator.html("answer-position", position=name))
    if answer.earlier is not None:
        lines += change_lines(translator, answer.earlier, analysis, changes)
    return join_html("\n", lines)


def _warnings(translator: Translator, answer: Answer) -> Html:
    model = answer.analysis.assessment.score.model
    lines = [contest_line(translator, answer.contest)]
    if model.is_demo:
        lines.append(translator.html("answer-demo"))
    if not model.is_calibrated:
        lines.append(translator.html("answer-uncalibrated"))
    lines.append(translator.html("answer-suggestion"))
    return join_html("\n", lines)


def _sight(translator: Translator, explanation: Explanation) -> Html:
    lines = [_unseen(translator, explanation.seen)]
    if explanation.hidden:
        names = field_names(translator, explanation.hidden)
        lines.append(translator.html("answer-hidden", fields=names))
    return join_html("\n", lines)


def _unseen(translator: Translator, seen: Mapping[FieldName, float]) -> Html:
    cut = [
        translator.html(
            "answer-seen-part",
            field=translator.html(f"field-{field}"),
            percent=min(int(seen[field] * 100), 99),
        )
        for field in FIELD_NAMES
        if seen.get(field, 1.0) < 1.0
    ]
    if not cut:
        return translator.html("answer-seen-all")
    return translator.html("answer-seen-cut", fields=join_html(", ", cut))


def _noise(translator: Translator, explanation: Explanation) -> Html:
    if explanation.noise is None:
        return translator.html("answer-noise-unknown")
    if explanation.noise < SMALL_CONTRIBUTION:
        return translator.html("answer-noise-little")
    return translator.html("answer-noise-meaning", points=explanation.noise * 100)


def _model(translator: Translator, score: Score) -> Html:
    model = score.model
    names = {
        name: one_line(getattr(model, name), _NAME_UNITS)
        for name in ("name", "revision", "template")
    }
    lines = [translator.html("answer-model", **names)]
    if not model.is_calibrated:
        lines.append(translator.html("answer-uncalibrated-why"))
    return join_html("\n", lines)
