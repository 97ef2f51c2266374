"""The card: every field of a resume as it was read."""

from collections.abc import Collection
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
_NAME_UNITS = 40


def card_text(
    translator: Translator, draft: Draft, footer: Html, hidden: Collection[FieldName] = ()
) -> Html:
    """The whole card. `hidden` fields are kept from the model and, so as not to sway them, from
    the person who judges."""
    heading = [translator.html("card-title" if draft.source == "file" else "card-title-form")]
    if draft.file_name:
        name = one_line(draft.file_name, _FILE_NAME_UNITS)
        heading.append(translator.html("card-file", name=name))
    if draft.vacancy_title:
        title = one_line(draft.vacancy_title, _FILE_NAME_UNITS)
        heading.append(translator.html("card-vacancy", title=title))
    lines = [_field_line(translator, draft, field, field in hidden) for field in CARD_ORDER]
    notes = join_html("\n", _notes(translator, draft, hidden))
    return join_html("\n\n", [join_html("\n", heading), join_html("\n", lines), notes, footer])


def card_name(translator: Translator, draft: Draft) -> str:
    """What to call a card in a sentence: its file, else its position."""
    name = one_line(draft.file_name or draft.resume.position or "", _NAME_UNITS)
    return name or translator.plain("card-nameless")


def is_marked_doubtful(draft: Draft, field: FieldName, hidden: Collection[FieldName]) -> bool:
    """Nobody can check what they don't see."""
    return field in draft.doubtful and field not in hidden


def _field_line(translator: Translator, draft: Draft, field: FieldName, is_hidden: bool) -> Html:
    value = field_value(translator, draft.resume, field)
    if is_hidden:
        value = translator.html("value-hidden")
    mark = Html("")
    if is_marked_doubtful(draft, field, (field,) if is_hidden else ()):
        mark = translator.html("card-doubt-mark")
    elif not is_hidden and field in draft.before_vacancy:
        mark = translator.html("card-vacancy-mark")
    return translator.html(
        "card-field" if is_hidden or field != "work_experience" else "card-field-long",
        field=translator.html(f"field-{field}"),
        mark=mark,
        value=value,
    )


def _notes(translator: Translator, draft: Draft, hidden: Collection[FieldName]) -> list[Html]:
    notes = [_warning(translator, code) for code in draft.resume.warnings]
    doubtful = [field for field in draft.doubtful if field not in hidden]
    if doubtful:
        notes.append(translator.html("card-doubtful", count=len(doubtful)))
    if any(field not in hidden for field in draft.before_vacancy):
        notes.append(translator.html("card-from-vacancy"))
    if hidden:
        names = ", ".join(translator.plain(f"field-{field}") for field in hidden)
        notes.append(translator.html("card-hidden", fields=names))
    return list(dict.fromkeys(notes))


def _warning(translator: Translator, code: str) -> Html:
    key = f"warning-{code}"
    return translator.html(key) if translator.has(key) else translator.html("warning-other")
