"""What would raise a score, and what to ask about it, in words."""

from collections.abc import Mapping
from typing import Any, Final

from bot.i18n import Html, Translator, join_html
from bot.replies.cutting import one_line
from bot.replies.field_values import experience_length
from domain.insight import Improvement, Improvements, Interview, Question

_NAME_UNITS: Final = 80
_QUOTE_UNITS: Final = 160
_UNNAMED: Final = "—"


def improvements_text(translator: Translator, improvements: Improvements) -> Html:
    """What helped with its points, or that nothing did; within a message of Telegram."""
    score = round(improvements.score)
    if not improvements.found:
        least = improvements.least_points
        return translator.html(
            "raise-nothing", score=score, tried=improvements.tried, least=least, balls=round(least)
        )
    lines = [_improvement(translator, one) for one in improvements.found]
    return join_html(
        "\n\n",
        [
            translator.html("raise-title", score=score),
            *lines,
            translator.html("raise-truth", wordings=improvements.wordings),
        ],
    )


def interview_text(translator: Translator, interview: Interview) -> Html:
    """The questions with what each is about and why; within a message of Telegram."""
    if not interview.questions:
        return translator.html("ask-nothing")
    questions = []
    kinds: list[str] = []
    for number, question in enumerate(interview.questions, start=1):
        turn = "again" if question.kind in kinds else "first"
        questions.append(_question(translator, number, question, interview.score, turn))
        kinds.append(question.kind)
    return join_html(
        "\n\n",
        [
            translator.html("ask-title", score=round(interview.score)),
            *questions,
            translator.html("ask-law"),
        ],
    )


def _improvement(translator: Translator, improvement: Improvement) -> Html:
    facts = improvement.facts
    words: dict[str, Any] = {
        name: _cut(facts[name]) for name in ("job", "position", "skills") if facts.get(name)
    }
    if improvement.kind == "stay_on":
        words["time"] = experience_length(translator, int(str(facts["months"])))
    if improvement.kind == "shorten_jobs":
        words["characters"] = facts["characters"]
    advice = translator.html(f"raise-{improvement.kind}", **words)
    return translator.html("raise-line", points=int(improvement.points), advice=advice)


def _question(
    translator: Translator, number: int, question: Question, score: float, turn: str
) -> Html:
    """`turn` is "again" for a second question of a kind, which is asked in other words."""
    words = _words(translator, question.facts) | {"turn": turn}
    lines = [
        translator.html(
            "ask-question",
            number=number,
            claim=translator.html(f"ask-claim-{question.kind}", **words),
            question=translator.html(f"ask-question-{question.kind}", **words),
        )
    ]
    if question.score_without is not None:
        lines.append(translator.html("ask-why", without=question.score_without, score=score))
    return join_html("\n", lines)


def _words(translator: Translator, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Every fact that a question may quote; Fluent takes no notice of the others."""
    words: dict[str, Any] = {
        name: _cut(facts[name])
        for name in ("position", "salary", "skill", "skills")
        if name in facts
    }
    if "title" in facts:
        words["job"] = _job(translator, facts)
    if "quote" in facts:
        words["quote"] = one_line(str(facts["quote"]), _QUOTE_UNITS)
    if "in_jobs" in facts:
        words["place"] = "jobs" if facts["in_jobs"] else "nowhere"
    if "months" in facts:
        words["time"] = experience_length(translator, int(facts["months"]))
        words["earlier"] = _cut(facts["earlier"]["title"] or _UNNAMED)
        words["later"] = _cut(facts["later"]["title"] or _UNNAMED)
    return words


def _job(translator: Translator, facts: Mapping[str, Any]) -> Html:
    """`Analyst, Lighthouse, 03.2022 — now`; what is not known is left out."""
    rest = [_cut(facts["company"])] if facts.get("company") else []
    if facts.get("start"):
        rest.append(_period(translator, facts))
    return translator.html(
        "ask-job-name",
        title=_cut(facts["title"] or _UNNAMED),
        rest="".join(f", {part}" for part in rest),
    )


def _period(translator: Translator, facts: Mapping[str, Any]) -> str:
    start = _month(facts["start"])
    if facts["current"]:
        return translator.plain("value-period-open", start=start)
    if facts["end"] is None:
        return start
    return translator.plain("value-period", start=start, end=_month(facts["end"]))


def _month(year_month: str) -> str:
    year, _, month = year_month.partition("-")
    return f"{month}.{year}" if month else year


def _cut(value: Any) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return one_line(text, _NAME_UNITS)
