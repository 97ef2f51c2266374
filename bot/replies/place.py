"""What is said beside the place in the document that a field was read from."""

from bot.dialogs.draft import Draft
from bot.i18n import Html, Translator, join_html
from bot.replies.cutting import one_line
from bot.replies.field_values import field_value
from domain.errors import AnswerProblem
from domain.fields import FieldName

_QUOTE_UNITS = 200
_BY_PLACE_UP_TO = 0.5
"""parsers.layouts.found: nothing but its place speaks for the value."""


def place_text(
    translator: Translator, draft: Draft, field: FieldName, *, problem: AnswerProblem | None
) -> Html:
    """Fits into a caption."""
    found = draft.evidence[field]
    parts = [translator.html("place-title", field=translator.html(f"field-{field}"))]
    if problem:
        parts.append(translator.html("error-invalid-answer", reason=problem, field=field))
    if found.quote:
        quote = one_line(found.quote, _QUOTE_UNITS)
        parts.append(translator.html("place-quote", quote=quote))
    elif found.page is not None:
        parts.append(translator.html("place-page", page=found.page))
    doubt = doubt_line(translator, draft, field)
    if doubt:
        parts.append(doubt)
    if field == "work_experience":
        parts.append(translator.html("place-add-job"))
    else:
        value = field_value(translator, draft.resume, field)
        parts.append(translator.html("place-now", value=value))
        is_list = field == "key_skills"
        parts.append(translator.html("place-add-skill" if is_list else "place-answer"))
    return join_html("\n\n", parts)


def doubt_line(translator: Translator, draft: Draft, field: FieldName) -> Html | None:
    """Why the field is doubtful; None where it is not."""
    found = draft.evidence.get(field)
    if found is None or field not in draft.doubtful:
        return None
    by_place = found.confidence <= _BY_PLACE_UP_TO
    return translator.html("doubt-by-place" if by_place else "doubt-guessed")
