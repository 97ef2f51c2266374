"""The tables of people, their choices and what admins do."""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from storage.columns import JsonText, UtcDateTime
from storage.tables import metadata

people: Final = Table(
    "people",
    metadata,
    Column("user_id", Integer, primary_key=True),
    Column("role", Text),
    Column("language", Text),
    Column("is_admin", Boolean, nullable=False, server_default=false()),
    Column("is_blind", Boolean, nullable=False, server_default=false()),
    Column("vacancy_id", Integer),
    Column("joined_at", UtcDateTime, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    Column("banned_at", UtcDateTime),
    Column("ban_reason", Text),
    Column("blocked_at", UtcDateTime),
    Column("invite_id", Integer),
    Column("data_key", LargeBinary),
)

consents: Final = Table(
    "consents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    Column("withdrawn_at", UtcDateTime),
    Index("consents_by_user", "user_id", "kind"),
    sqlite_autoincrement=True,
)

vacancies: Final = Table(
    "vacancies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", Integer, nullable=False),
    Column("title", JsonText, nullable=False),
    Column("client_name", JsonText),
    Column("grade", JsonText),
    Column("salary", JsonText),
    Column("created_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    Index("vacancies_by_user", "user_id", "id"),
    sqlite_autoincrement=True,
)

verdicts: Final = Table(
    "verdicts",
    metadata,
    Column("analysis_id", Integer, ForeignKey("analyses.id", ondelete="CASCADE"), primary_key=True),
    Column("user_id", Integer, nullable=False),
    Column("is_useful", Boolean),
    Column("grade_confirmed", Boolean),
    Column("changed_at", UtcDateTime, nullable=False),
    Index("verdicts_by_user", "user_id"),
)

contests: Final = Table(
    "contests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("analysis_id", Integer, ForeignKey("analyses.id", ondelete="CASCADE"), nullable=False),
    Column("user_id", Integer, nullable=False),
    Column("reason", JsonText),
    Column("state", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("decided_by", Integer),
    Column("decided_at", UtcDateTime),
    Column("reply", JsonText),
    UniqueConstraint("analysis_id", name="contests_once_an_analysis"),
    Index("contests_by_state", "state", "id"),
    sqlite_autoincrement=True,
)

admin_acts: Final = Table(
    "admin_acts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("admin_id", Integer, nullable=False),
    Column("act", Text, nullable=False),
    Column("subject", Text),
    Column("details", JsonText, nullable=False),
    Column("done_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

invites: Final = Table(
    "invites",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("token_sha256", Text, nullable=False),
    Column("created_by", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("uses_left", Integer, nullable=False),
    Column("used", Integer, nullable=False),
    Column("note", Text),
    Column("revoked_at", UtcDateTime),
    UniqueConstraint("token_sha256", name="invites_one_a_token"),
    sqlite_autoincrement=True,
)

broadcasts: Final = Table(
    "broadcasts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("admin_id", Integer, nullable=False),
    Column("chat_id", Integer, nullable=False),
    Column("locale", Text, nullable=False),
    Column("content", JsonText, nullable=False),
    Column("state", Text, nullable=False),
    Column("recipients", Integer, nullable=False),
    Column("delivered", Integer, nullable=False),
    Column("blocked", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("last_user_id", Integer, nullable=False),
    Column("status_message_id", Integer),
    Column("created_at", UtcDateTime, nullable=False),
    Column("finished_at", UtcDateTime),
    sqlite_autoincrement=True,
)

settings: Final = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", JsonText, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
)
