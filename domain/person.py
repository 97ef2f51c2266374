"""Somebody who uses the bot, and what they agreed to."""

from datetime import datetime
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from domain.fields import FieldName

Role = Literal["recruiter", "candidate"]
SpokenLanguage = Literal["ru", "en"]

ConsentKind = Literal["processing", "candidates"]
"""To the processing of what the person sends; that the candidates behind it have agreed."""

BLIND_FIELDS: Final[tuple[FieldName, ...]] = ("age", "city")
"""What blind mode keeps from the model: neither may be a ground for hiring (ТК РФ ст. 64)."""


class Person(BaseModel):
    """A person as the bot knows them: an id and choices, no name.

    `role` and `language` are None until chosen; `consent_version` is the version of the text that
    the person agreed to and has not taken back, `candidates_consent_version` that of what they
    confirmed on behalf of candidates. `vacancy_id` is the vacancy that new resumes go to.
    """

    model_config = ConfigDict(frozen=True)

    user_id: int
    role: Role | None = None
    language: SpokenLanguage | None = None
    consent_version: str | None = None
    candidates_consent_version: str | None = None
    is_admin: bool = False
    is_blind: bool = False
    vacancy_id: int | None = None
    joined_at: datetime
    seen_at: datetime
    banned_at: datetime | None = None
    ban_reason: str | None = None
    blocked_at: datetime | None = None
    invite_id: int | None = None

    @property
    def is_banned(self) -> bool:
        return self.banned_at is not None

    @property
    def hidden_fields(self) -> tuple[FieldName, ...]:
        """The fields that are kept from the model for this person's resumes."""
        return BLIND_FIELDS if self.is_blind else ()


class Consent(BaseModel):
    """The receipt: which text, in which language, and when; `text_sha256` is of its bytes."""

    model_config = ConfigDict(frozen=True)

    user_id: int
    kind: ConsentKind
    version: str
    text_sha256: str
    language: SpokenLanguage
    given_at: datetime
    withdrawn_at: datetime | None = None
