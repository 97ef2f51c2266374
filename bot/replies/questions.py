"""The question for one field, with a good answer as its example."""

from dataclasses import dataclass

from bot.i18n import Html, Translator, join_html
from bot.replies.field_values import field_value
from domain.errors import AnswerProblem
from domain.fields import FieldName
from domain.person import Role
from domain.resume import Resume


@dataclass(frozen=True)
class Asked:
    """Who is asked, and how: `role` None is worded as for recruiters.

    `is_hidden` keeps the value from the person; `has_skip` tells of a button to skip.
    """

    heading: Html
    role: Role | None = None
    problem: AnswerProblem | None = None
    is_hidden: bool = False
    has_skip: bool = False


def question_text(translator: Translator, field: FieldName, resume: Resume, asked: Asked) -> Html:
    """What is asked, what a good answer looks like, what is there now, what was wrong."""
    parts = [asked.heading]
    if asked.problem:
        parts.append(translator.html("error-invalid-answer", reason=asked.problem, field=field))
    question = translator.html(f"question-{field}", role=asked.role or "recruiter")
    if field == "client_name" and asked.has_skip:
        question = join_html(" ", [question, translator.html("question-no-client")])
    parts.append(question)
    parts.append(translator.html("question-example", example=translator.html(f"example-{field}")))
    if asked.is_hidden:
        parts.append(translator.html("question-hidden"))
    elif has_value(resume, field):
        parts.append(translator.html("question-now", value=field_value(translator, resume, field)))
    return join_html("\n\n", parts)


def has_value(resume: Resume, field: FieldName) -> bool:
    return bool(getattr(resume, field))
