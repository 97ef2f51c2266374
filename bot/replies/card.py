"""The card: every field of a resume as it was read."""

from typing import Final

from bot.dialogs.draft import Draft
from bot.i18n import Html, Translator, join_html
from bot.replies.cutting import one_line
from bot.replies.field_values import field_value
from domain.fields import FieldName

CARD_ORDER: Final[tuple[FieldName, ...]] = (
    "position",
    "work_experience",
    "key_skills",
    "age",
    "city",
    "salary",
    "client_name",
)
"""What matters most comes first; the form asks in this order too."""

_FILE_NAME_UNITS = 60


def card_text(translator: Translator, draft: Draft, footer: Html) -> Html:
    heading = [translator.html("card-title" if draft.source == "file" else "card-title-form")]
    if draft.file_name:
        name = one_line(draft.file_name, _FILE_NAME_UNITS)
        heading.append(translator.html("card-file", name=name))
    fields = join_html("\n", [_field_line(translator, draft, field) for field in CARD_ORDER])
    notes = [_warning(translator, code) for code in draft.resume.warnings]
    if draft.doubtful:
        notes.append(translator.html("card-doubtful", count=len(draft.doubtful)))
    blocks = [join_html("\n", heading), fields, join_html("\n", _unique(notes))]
    return join_html("\n\n", [*blocks, footer])


def _field_line(translator: Translator, draft: Draft, field: FieldName) -> Html:
    value = field_value(translator, draft.resume, field)
    return translator.html(
        "card-field" if field != "work_experience" else "card-field-long",
        field=translator.html(f"field-{field}"),
        mark=translator.html("card-doubt-mark") if field in draft.doubtful else Html(""),
        value=value,
    )


def _warning(translator: Translator, code: str) -> Html:
    key = f"warning-{code}"
    return translator.html(key) if translator.has(key) else translator.html("warning-other")


def _unique(notes: list[Html]) -> list[Html]:
    return list(dict.fromkeys(notes))
