"""The one message of first contact: the consent in brief, its whole text, the role, "ready"."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup, Message

from bot.consent import VERSION, consent_text
from bot.i18n import Html, Language, Translator, join_html
from bot.replies.keyboards import button, start_keyboard
from domain.person import Person, Role

Page = Literal["brief", "text", "role"]
_OTHER: dict[Language, Language] = {"ru": "en", "en": "ru"}


class Turn(CallbackData, prefix="hello"):
    """Shows a page of first contact, in a language."""

    page: Page
    language: Language


class Agree(CallbackData, prefix="agree"):
    """Agrees to the text of this version that was shown in this language."""

    version: str
    language: Language


class ChooseRole(CallbackData, prefix="role"):
    """Chooses a role; a recruiter thereby confirms the candidates' consent of this version."""

    role: Role
    version: str
    language: Language


def page_text(
    translator: Translator,
    page: Page,
    person: Person,
    *,
    is_kept: bool,
    retention_days: int | None,
) -> Html:
    """`is_kept`: the message is an answer to one that is taken as soon as all is agreed."""
    kept = translator.html("contact-kept") if is_kept else Html("")
    if page == "role":
        candidates = consent_text(translator, "candidates")
        parts = [translator.html("contact-role"), candidates, translator.html("contact-role-later")]
        return join_html("\n\n", [*parts, kept])
    if page == "text":
        return consent_text(translator, "processing")
    renewed = person.consent_version not in (None, VERSION)
    heading = translator.html("contact-renewed" if renewed else "contact-hello")
    brief = translator.html("contact-consent", days=retention_days or 0)
    return join_html("\n\n", [heading, brief, kept])


def page_keyboard(translator: Translator, page: Page) -> InlineKeyboardMarkup:
    language = translator.language
    other = button(translator, "button-other-language", Turn(page=page, language=_OTHER[language]))
    if page == "role":
        rows = [
            [
                button(
                    translator,
                    f"button-role-{role}",
                    ChooseRole(role=role, version=VERSION, language=language),
                )
            ]
            for role in ("recruiter", "candidate")
        ]
        return InlineKeyboardMarkup(inline_keyboard=[*rows, [other]])
    agree = button(translator, "button-agree", Agree(version=VERSION, language=language))
    turned: Page = "text" if page == "brief" else "brief"
    turn = button(translator, f"button-consent-{turned}", Turn(page=turned, language=language))
    return InlineKeyboardMarkup(inline_keyboard=[[agree], [turn, other]])


def taken_text(translator: Translator, kept: Message, others: int) -> Html:
    """What waited is taken now; of an album the others may have been forgotten in a restart."""
    is_incomplete = kept.media_group_id is not None and not others
    return translator.html("contact-taken-first" if is_incomplete else "contact-taken")


def ready_text(translator: Translator, role: Role | None) -> Html:
    """How to begin."""
    key = "start-greeting-candidate" if role == "candidate" else "start-greeting-recruiter"
    return translator.html(key)


def ready_keyboard(translator: Translator) -> InlineKeyboardMarkup:
    return start_keyboard(translator)
