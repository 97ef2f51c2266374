"""The audit log in words."""

from collections.abc import Mapping

from pydantic import JsonValue

from bot.i18n import Html, Translator, join_html
from bot.replies.cutting import one_line
from domain.administration import AdminAct
from usecases.admin.pages import Page

_DETAILS_UNITS = 120
_SUBJECT_UNITS = 60


def log_text(translator: Translator, page: Page[AdminAct]) -> Html:
    blocks = [translator.html("admin-log-title", total=page.total)]
    blocks += [_line(translator, act) for act in page.items]
    if page.pages > 1:
        blocks.append(translator.html("history-page", page=page.number, pages=page.pages))
    return join_html("\n\n", blocks)


def _line(translator: Translator, act: AdminAct) -> Html:
    admin = _who(translator, act.admin_id)
    subject = one_line(act.subject or "", _SUBJECT_UNITS)
    details = one_line(_details(translator, act.details), _DETAILS_UNITS)
    return join_html(
        "\n",
        [
            translator.html("admin-log-when", when=f"{act.done_at:%d.%m.%y %H:%M:%S}", admin=admin),
            join_html(
                " ",
                [
                    translator.html("admin-act", act=act.act),
                    translator.html("admin-log-text", text=subject) if subject else Html(""),
                ],
            ),
            translator.html("admin-log-text", text=details) if details else Html(""),
        ],
    )


def _who(translator: Translator, admin_id: int) -> Html:
    if not admin_id:
        return translator.html("admin-log-erased")  # they had their data deleted
    return Html(f'<a href="tg://user?id={admin_id}">{admin_id}</a>')


def _details(translator: Translator, details: Mapping[str, JsonValue]) -> str:
    return ", ".join(
        translator.plain("admin-log-detail", name=name, value=_value(translator, name, value))
        for name, value in details.items()
        if value is not None
    )


def _value(translator: Translator, name: str, value: JsonValue) -> str:
    """What an act stores as a word of the code is told in words."""
    if name == "audience":
        return translator.plain("admin-audience", audience=str(value))
    if name == "period":
        return translator.plain("admin-log-period", period=str(value))
    return str(value)
