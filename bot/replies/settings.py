"""The settings as text."""

from bot.consent import VERSION
from bot.i18n import Html, Translator, join_html
from bot.replies.cutting import one_line
from domain.person import Consent, Person

_TITLE_UNITS = 80


def settings_text(
    translator: Translator, person: Person, receipt: Consent | None, vacancy_title: str | None
) -> Html:
    lines = [
        translator.html("settings-title"),
        translator.html("settings-language"),
        translator.html("settings-role", role=person.role or "none"),
        consent_line(translator, receipt),
    ]
    if person.role == "recruiter":
        title = one_line(vacancy_title or "", _TITLE_UNITS)
        key = "settings-vacancy" if title else "settings-vacancy-none"
        lines.insert(3, translator.html(key, **({"title": title} if title else {})))
    blind = translator.html("settings-blind", state="on" if person.is_blind else "off")
    return join_html("\n\n", [lines[0], join_html("\n", lines[1:]), blind])


def consent_line(translator: Translator, receipt: Consent | None) -> Html:
    if receipt is None:
        return translator.html("settings-consent-none")
    key = "settings-consent" if receipt.version == VERSION else "settings-consent-old"
    date = receipt.given_at.strftime("%d.%m.%Y")
    return translator.html(key, date=date, version=receipt.version)
