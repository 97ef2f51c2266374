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
        "ru": "f8920b13d0bc3b4f748be49685d23f65e1061baf13822689796a81686794107f",
        "en": "71a8cf2f04df4b42982e6f45e058612eb0ca732e2589b3851f22392eabe43396",
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
