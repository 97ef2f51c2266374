"""A vacancy in words: what it claims, and the questions about it."""

from typing import Final, Literal, get_args

from bot.i18n import Html, Translator, join_html
from bot.replies.cutting import one_line
from domain.errors import AnswerProblem
from domain.vacancy import Vacancy

VacancyField = Literal["title", "client_name", "grade", "salary"]
VACANCY_FIELDS: Final[tuple[VacancyField, ...]] = get_args(VacancyField)
"""In the order in which they are asked."""

TITLE_UNITS: Final = 80
GRADE_UNITS: Final = 40
COMPANY_UNITS: Final = 100
_VALUE_UNITS: Final = 160
_LABEL_UNITS: Final = 26


def vacancy_text(
    translator: Translator, vacancy: Vacancy, *, scored: int, is_chosen: bool, username: str
) -> Html:
    """The card of a vacancy with how many resumes were scored for it, and the way back to it."""
    facts = [
        translator.html(
            "vacancy-field",
            field=translator.html(f"vacancy-field-{field}"),
            value=value_text(translator, vacancy, field),
        )
        for field in VACANCY_FIELDS[1:]
    ]
    state = "closed" if vacancy.closed_at else "chosen" if is_chosen else "idle"
    blocks = [
        translator.html("vacancy-title", title=one_line(vacancy.title, TITLE_UNITS)),
        join_html("\n", facts),
        join_html(
            "\n",
            [
                translator.html("vacancy-scored", count=scored),
                translator.html(f"vacancy-state-{state}"),
            ],
        ),
        translator.html("vacancy-link", username=username, id=str(vacancy.id)),
    ]
    return join_html("\n\n", blocks)


def vacancy_question(
    translator: Translator,
    field: VacancyField,
    vacancy: Vacancy | None,
    *,
    is_new: bool,
    problem: AnswerProblem | None,
) -> Html:
    """What is asked, what was wrong with the answer, an example, and what is there now."""
    name = translator.html(f"vacancy-field-{field}")
    if is_new:
        number = VACANCY_FIELDS.index(field) + 1
        heading = translator.html("vacancy-progress", number=number, total=len(VACANCY_FIELDS))
    else:
        heading = translator.html("question-edit", field=name)
    parts = [heading]
    if problem:
        parts.append(translator.html("error-invalid-answer", reason=problem, field=field))
    parts.append(translator.html(f"vacancy-question-{field}"))
    if vacancy is not None and getattr(vacancy, field):
        value = value_text(translator, vacancy, field)
        parts.append(translator.html("question-now", value=value))
    return join_html("\n\n", parts)


def value_text(translator: Translator, vacancy: Vacancy, field: VacancyField) -> Html:
    value = getattr(vacancy, field)
    if field == "salary" and value is not None:
        value = value.text
    if not value:
        return translator.html("value-missing")
    return translator.html("value-text", text=one_line(value, _VALUE_UNITS))


def vacancy_label(translator: Translator, vacancy: Vacancy, *, is_chosen: bool) -> str:
    """The title as a button's label; the chosen one is marked."""
    label = one_line(vacancy.title, _LABEL_UNITS)
    return translator.plain("button-chosen", label=label) if is_chosen else label
