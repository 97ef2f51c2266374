"""What a person agrees to before anything of a resume is read.

The texts are in the locale files. Since 1 September 2025 Russian law (152-ФЗ art. 9, as amended by
156-ФЗ) wants each consent as a text of its own, so that of the processing and that on behalf of
candidates are two. A text that changes needs a new VERSION: then everybody is asked again, and a
test holds the texts to their hashes.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Final, Literal

from bot.i18n import Html, Language, Translator
from domain.person import ConsentKind, Person

VERSION: Final = "1"
TEXT_SHA256: Final[Mapping[ConsentKind, Mapping[Language, str]]] = {
    "processing": {
        "ru": "3376ba3937f859d7ac9cf75636da6bb3215c8f51285baca5d6e6a82b16794fd7",
        "en": "a184e2bbd15f94c503631fb338be33f1056bc67f91c766ec56c45433ed7a73b5",
    },
    "candidates": {
        "ru": "ae0c60362de5c1aafa6e0cbeb6090ddaa10f0779aa40fac6dc5a19384dca221c",
        "en": "8acbfaee7267e6c6cf3bf021780d2963b333da80016899b48cef5ec0327b8401",
    },
}
"""Of the texts of VERSION, as they are shown: UTF-8, with their markup."""

Step = Literal["consent", "role"]


def consent_text(translator: Translator, kind: ConsentKind) -> Html:
    key = "consent-text" if kind == "processing" else "consent-candidates"
    return translator.html(key)


def text_sha256(text: Html) -> str:
    return sha256(text.encode()).hexdigest()


def missing_step(person: Person) -> Step | None:
    """What stands between this person and the bot's work; None where all is agreed."""
    if person.consent_version != VERSION:
        return "consent"
    if person.role == "candidate":
        return None
    if person.role == "recruiter" and person.candidates_consent_version == VERSION:
        return None
    return "role"
