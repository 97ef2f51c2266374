"""The answer as the facts of its picture."""

from bot.i18n import Translator
from bot.pictures.answer import AnswerFacts, AnswerWords, ContributionBar
from bot.replies.changes import change_line
from bot.replies.reasons import Reasons, reasons_of
from domain.difference import difference
from usecases.open_answer import Answer

_DECIMAL_MARKS = {"ru": ",", "en": "."}


def answer_facts(translator: Translator, answer: Answer) -> AnswerFacts:
    """What `bot.pictures.answer.draw_answer` needs, in the person's language."""
    score = answer.analysis.assessment.score
    reasons = reasons_of(answer.analysis.assessment.explanation)
    return AnswerFacts(
        words=_words(translator, answer, reasons),
        score=score.score,
        percentile=score.percentile,
        bars=_bars(translator, answer, reasons),
        noise_points=(reasons.noise or 0.0) * 100 if reasons.is_noise_worth_a_word else None,
    )


def decimal_mark(translator: Translator) -> str:
    return _DECIMAL_MARKS[translator.language]


def _bars(translator: Translator, answer: Answer, reasons: Reasons) -> tuple[ContributionBar, ...]:
    """Longest upwards first, longest downwards last."""
    contributions = answer.analysis.assessment.explanation.contributions
    return tuple(
        ContributionBar(
            translator.plain(f"field-{field}"), change * 100, is_noise=field in reasons.small
        )
        for field, change in sorted(contributions.items(), key=lambda item: -item[1])
    )


def _words(translator: Translator, answer: Answer, reasons: Reasons) -> AnswerWords:
    analysis = answer.analysis
    change = ""
    if answer.earlier is not None:
        compared = difference(answer.earlier, analysis)
        change = change_line(translator, "answer-picture-change", compared)
    percentile = round(analysis.assessment.score.percentile)
    return AnswerWords(
        title=analysis.resume.position or "",
        of_hundred=translator.plain("answer-picture-of-hundred"),
        change=change,
        place=translator.plain("answer-picture-place"),
        you=translator.plain("answer-picture-you", percentile=percentile),
        middle=translator.plain("answer-picture-middle"),
        reasons=translator.plain("answer-picture-reasons"),
        footers=_footers(translator, answer, reasons),
        decimal_mark=decimal_mark(translator),
    )


def _footers(translator: Translator, answer: Answer, reasons: Reasons) -> tuple[str, ...]:
    model = answer.analysis.assessment.score.model
    is_withdrawn = answer.contest is not None and answer.contest.state == "withdrawn"
    keys = [
        *(["answer-picture-withdrawn"] if is_withdrawn else []),
        *(["answer-picture-demo"] if model.is_demo else []),
        *([] if model.is_calibrated else ["answer-picture-uncalibrated"]),
        "answer-picture-suggestion",
    ]
    footers = [translator.plain(key) for key in keys]
    if reasons.is_noise_worth_a_word:
        points = (reasons.noise or 0.0) * 100
        footers.insert(0, translator.plain("answer-picture-noise", points=points))
    return tuple(footers)
