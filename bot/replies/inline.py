"""An analysis as it is shown in somebody else's chat: no more of the person than what they want."""

from aiogram.types import InlineQueryResultArticle, InputTextMessageContent

from bot.i18n import Html, Translator, join_html
from bot.replies.cutting import one_line
from bot.replies.reasons import reason_lines, reasons_of
from domain.analysis import Analysis
from usecases.open_answer import Answer

_POSITION_UNITS = 80
_CITY_UNITS = 40
_TITLE_POSITION_UNITS = 48


def shared_article(translator: Translator, answer: Answer) -> InlineQueryResultArticle:
    """What a person picks from, and the message that it becomes."""
    analysis = answer.analysis
    score = round(analysis.assessment.score.score)
    position = one_line(_position(translator, analysis), _TITLE_POSITION_UNITS)
    parts = [one_line(analysis.resume.city or "", _CITY_UNITS), f"{analysis.created_at:%d.%m.%Y}"]
    return InlineQueryResultArticle(
        id=str(analysis.id),
        title=translator.plain("inline-title", score=score, position=position),
        description=" · ".join(filter(None, parts)),
        input_message_content=InputTextMessageContent(message_text=_card(translator, analysis)),
    )


def _card(translator: Translator, analysis: Analysis) -> Html:
    score = analysis.assessment.score
    blocks = [
        translator.html(
            "inline-card",
            score=round(score.score),
            about=_about(translator, analysis),
            percentile=round(score.percentile),
        ),
        join_html("\n", reason_lines(translator, reasons_of(analysis.assessment.explanation))),
        join_html(
            "\n",
            [
                *([translator.html("answer-demo")] if score.model.is_demo else []),
                *([] if score.model.is_calibrated else [translator.html("answer-uncalibrated")]),
                translator.html("answer-suggestion"),
            ],
        ),
    ]
    return join_html("\n\n", blocks)


def _about(translator: Translator, analysis: Analysis) -> Html:
    position = one_line(_position(translator, analysis), _POSITION_UNITS)
    if not analysis.resume.city:
        return translator.html("value-text", text=position)
    city = one_line(analysis.resume.city, _CITY_UNITS)
    return translator.html("inline-about", position=position, city=city)


def _position(translator: Translator, analysis: Analysis) -> str:
    return analysis.resume.position or translator.plain("history-no-position")
