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

VERSION: Final = "2"
TEXT_SHA256: Final[Mapping[ConsentKind, Mapping[Language, str]]] = {
    "processing": {
        "ru": "7506e3c5367012554c8e0b97856ddfe8af644be2a52ba4433cd4b49f98c762fd",
        "en": "292d779d3b2f2a351702afc5145f2bae22498b769755bc62b1b0eaf920f6ada9",
    },
    "candidates": {
        "ru": "c7710c7b6b589054595c701d828a660bfe6d4a38eb567f68db6f020e4a9709b4",
        "en": "750f0d4c7dfe3a1a902b019fd56db9bba57fd00c32904f7211e03b2235c85018",
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
