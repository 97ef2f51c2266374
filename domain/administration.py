"""What admins do: their acts, invitations and broadcasts."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, JsonValue

from domain.person import Person, SpokenLanguage

Act = Literal[
    "stats",
    "users",
    "ban",
    "unban",
    "grant_admin",
    "revoke_admin",
    "cancel_work",
    "invite",
    "revoke_invite",
    "broadcast",
    "cancel_broadcast",
    "model_load",
    "model_switch",
    "model_unload",
    "model_compare",
    "audit",
    "export",
    "backup",
    "health",
    "log",
    "contest_upheld",
    "contest_withdrawn",
]


class AdminAct(BaseModel):
    """A line of the audit log: who did what to whom. `details` hold no resume."""

    model_config = ConfigDict(frozen=True)

    id: int
    admin_id: int
    act: Act
    subject: str | None
    details: Mapping[str, JsonValue]
    done_at: datetime


class KnownPerson(BaseModel):
    """A person as admins see them: `analyses` counts what is in their history.

    `language` is the one that they chose, else the one of the text that they agreed to.
    """

    model_config = ConfigDict(frozen=True)

    person: Person
    analyses: int
    language: SpokenLanguage | None


def token_sha256(token: str) -> str:
    """Lower-case hex; what is stored of an invitation's token."""
    return hashlib.sha256(token.encode()).hexdigest()


class NewInvite(BaseModel):
    model_config = ConfigDict(frozen=True)

    token_sha256: str
    created_by: int
    expires_at: datetime
    uses_left: int
    note: str | None = None


class Invite(BaseModel):
    """A way in. Only the token's SHA-256 is stored: who reads the database can't use it."""

    model_config = ConfigDict(frozen=True)

    id: int
    created_by: int
    created_at: datetime
    expires_at: datetime
    uses_left: int
    used: int
    note: str | None
    revoked_at: datetime | None = None


Audience = Literal["all", "recruiters", "candidates", "ru", "en"]
AUDIENCES: Final[tuple[Audience, ...]] = get_args(Audience)
"""Whom a broadcast is for; always without the banned and those who have not agreed."""


class BroadcastContent(BaseModel):
    """The message that is copied: where it lies in the admin's own chat."""

    model_config = ConfigDict(frozen=True)

    message_id: int
    audience: Audience = "all"


Delivery = Literal["delivered", "blocked", "failed"]
"""`blocked`: the person has blocked the bot; `failed`: Telegram would not deliver it."""

BroadcastState = Literal["draft", "sending", "done", "cancelled"]


class Broadcast(BaseModel):
    """A message to everybody; `last_user_id` is how far it has come, in the order of the ids."""

    model_config = ConfigDict(frozen=True)

    id: int
    admin_id: int
    chat_id: int
    locale: Literal["ru", "en"]
    content: BroadcastContent
    state: BroadcastState
    recipients: int
    delivered: int
    blocked: int
    failed: int
    last_user_id: int
    status_message_id: int | None
    created_at: datetime
    finished_at: datetime | None = None
