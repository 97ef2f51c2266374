"""What admins do: their acts, invitations and broadcasts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, JsonValue

Act = Literal[
    "stats",
    "users",
    "ban",
    "unban",
    "grant_admin",
    "revoke_admin",
    "invite",
    "revoke_invite",
    "broadcast",
    "cancel_broadcast",
    "model_load",
    "model_switch",
    "model_compare",
    "audit",
    "export",
    "backup",
    "health",
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


BroadcastState = Literal["draft", "sending", "done", "cancelled"]


class Broadcast(BaseModel):
    """A message to everybody; `last_user_id` is how far it has come, in the order of the ids."""

    model_config = ConfigDict(frozen=True)

    id: int
    admin_id: int
    chat_id: int
    locale: Literal["ru", "en"]
    content: Mapping[str, JsonValue]
    state: BroadcastState
    recipients: int
    delivered: int
    blocked: int
    failed: int
    last_user_id: int
    status_message_id: int | None
    created_at: datetime
    finished_at: datetime | None = None
