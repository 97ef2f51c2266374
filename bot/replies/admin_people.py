"""People as admins read of them: an id that opens the chat, choices and marks, no resume."""

from collections.abc import Collection

from bot.i18n import Html, Translator, join_html
from bot.replies.cutting import one_line
from domain.administration import KnownPerson
from usecases.admin.pages import Page

_REASON_UNITS = 200
_DAY = "%d.%m.%y"
_MINUTE = "%d.%m.%y %H:%M"


def people_text(
    translator: Translator, page: Page[KnownPerson], operators: Collection[int]
) -> Html:
    title = translator.html("admin-people-title", total=page.total)
    lines = [_line(translator, known, operators) for known in page.items]
    place = (
        [translator.html("history-page", page=page.number, pages=page.pages)]
        if page.pages > 1
        else []
    )
    hint = translator.html("admin-people-hint")
    return join_html("\n\n", [title, *lines, *place, hint])


def person_label(known: KnownPerson, operators: Collection[int]) -> str:
    """`123456789 👑`: what fits on half a phone's width."""
    return " ".join(filter(None, (str(known.person.user_id), _marks(known, operators))))


def person_text(translator: Translator, known: KnownPerson, operators: Collection[int]) -> Html:
    """All that is known of somebody, with the words for each mark."""
    person = known.person
    lines = [
        translator.html("admin-person-title", id=_link(person.user_id)),
        translator.html("admin-person-role", role=person.role or "none"),
        translator.html("admin-person-language", language=known.language or "none"),
        translator.html("admin-person-joined", when=f"{person.joined_at:{_MINUTE}}"),
        translator.html("admin-person-seen", when=f"{person.seen_at:{_MINUTE}}"),
        translator.html("admin-person-analyses", count=known.analyses),
        translator.html(
            "admin-person-consent",
            version=person.consent_version or "none",
        ),
    ]
    return join_html("\n", [*lines, *_marks_in_words(translator, known, operators)])


def _marks_in_words(
    translator: Translator, known: KnownPerson, operators: Collection[int]
) -> list[Html]:
    person = known.person
    marks: list[Html] = []
    if person.user_id in operators:
        marks.append(translator.html("admin-mark-operator"))
    elif person.is_admin:
        marks.append(translator.html("admin-mark-admin"))
    if person.banned_at:
        reason = one_line(person.ban_reason or "", _REASON_UNITS)
        when = f"{person.banned_at:{_MINUTE}}"
        marks.append(translator.html("admin-mark-banned", when=when, reason=reason or "none"))
    if person.blocked_at:
        marks.append(translator.html("admin-mark-blocked", when=f"{person.blocked_at:{_MINUTE}}"))
    if person.invite_id:
        marks.append(translator.html("admin-mark-invited", number=str(person.invite_id)))
    return marks


def _line(translator: Translator, known: KnownPerson, operators: Collection[int]) -> Html:
    person, marks = known.person, _marks(known, operators)
    return translator.html(
        "admin-people-line",
        id=_link(person.user_id),
        marks=f" {marks}" if marks else "",
        role=person.role or "none",
        count=known.analyses,
        joined=f"{person.joined_at:{_DAY}}",
        seen=f"{person.seen_at:{_MINUTE}}",
    )


def _marks(known: KnownPerson, operators: Collection[int]) -> str:
    person = known.person
    is_admin = person.is_admin or person.user_id in operators
    marks = (
        ("👑", is_admin),
        ("🚫", person.is_banned),
        ("📵", person.blocked_at is not None),
        ("✉️", person.invite_id is not None),
    )
    return "".join(mark for mark, is_there in marks if is_there)


def _link(user_id: int) -> Html:
    return Html(f'<a href="tg://user?id={user_id}">{user_id}</a>')
