"""The question for one field, with a good answer as its example."""

from bot.i18n import Html, Translator, join_html
from bot.replies.field_values import field_value
from domain.errors import AnswerProblem
from domain.fields import FieldName
from domain.resume import Resume


def question_text(
    translator: Translator,
    field: FieldName,
    resume: Resume,
    *,
    heading: Html,
    problem: AnswerProblem | None,
) -> Html:
    """What is asked, what a good answer looks like, what is there now, what was wrong."""
    parts = [heading]
    if problem:
        parts.append(translator.html("error-invalid-answer", reason=problem, field=field))
    parts.append(translator.html(f"question-{field}"))
    parts.append(translator.html("question-example", example=translator.html(f"example-{field}")))
    if has_value(resume, field):
        parts.append(translator.html("question-now", value=field_value(translator, resume, field)))
    return join_html("\n\n", parts)


def has_value(resume: Resume, field: FieldName) -> bool:
    return bool(getattr(resume, field))
