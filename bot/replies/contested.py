"""A contested score as an admin sees it: the objection, the resume, the answer."""

from bot.i18n import Html, Translator, join_html
from bot.replies.assessment import answer_caption
from bot.replies.card import CARD_ORDER
from bot.replies.cutting import one_line
from bot.replies.field_values import field_value
from domain.contest import Contest
from usecases.list_contests import ContestPage
from usecases.open_answer import Answer

_REASON_UNITS = 500


def contested_text(translator: Translator, page: ContestPage) -> Html:
    """All of it within one message."""
    title = translator.html(
        "contested-title",
        place=page.place,
        total=page.total,
        date=page.contest.created_at.strftime("%d.%m.%Y %H:%M"),
    )
    resume = [
        translator.html(
            "card-field" if field != "work_experience" else "card-field-long",
            field=translator.html(f"field-{field}"),
            mark=Html(""),
            value=field_value(translator, page.analysis.resume, field),
        )
        for field in CARD_ORDER
    ]
    blocks = [
        join_html("\n", [title, _reason(translator, page.contest)]),
        answer_caption(translator, Answer(page.analysis)),
        join_html("\n", [translator.html("contested-resume"), *resume]),
    ]
    return join_html("\n\n", blocks)


def _reason(translator: Translator, contest: Contest) -> Html:
    if not contest.reason:
        return translator.html("contested-no-reason")
    return translator.html("contested-reason", reason=one_line(contest.reason, _REASON_UNITS))
