"""The tables as the queries see them; `migrations/` is what creates them.

A test holds the two together. Ids are never used twice (AUTOINCREMENT): a button that was
sent for a deleted row must not open a later one.
"""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    true,
)

from storage.columns import JsonText, UtcDateTime

metadata: Final = MetaData()

updates: Final = Table(
    "updates",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("bot_id", Integer, nullable=False),
    Column("update_id", Integer, nullable=False),
    Column("body", JsonText),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("accepted_at", UtcDateTime, nullable=False),
    Column("user_id", Integer),
    UniqueConstraint("bot_id", "update_id", name="updates_once"),
    Index("updates_by_state", "state", "accepted_at"),
    sqlite_autoincrement=True,
)

tasks: Final = Table(
    "tasks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("chat_id", Integer, nullable=False),
    Column("user_id", Integer, nullable=False),
    Column("locale", Text, nullable=False),
    Column("status_message_id", Integer),
    Column("payload", JsonText),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("started_at", UtcDateTime),
    Column("finished_at", UtcDateTime),
    Column("error", Text),
    Column("origin", Text),
    Index("tasks_by_state", "state"),
    sqlite_autoincrement=True,
)

analyses: Final = Table(
    "analyses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("task_id", Integer, ForeignKey("tasks.id", ondelete="SET NULL")),
    Column("user_id", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("source", Text, nullable=False),
    Column("file_sha256", Text),
    Column("resume", JsonText, nullable=False),
    Column("score", Float, nullable=False),
    Column("probability", Float, nullable=False),
    Column("percentile", Float, nullable=False),
    Column("explanation", JsonText, nullable=False),
    Column("bundle_name", Text, nullable=False),
    Column("bundle_revision", Text, nullable=False),
    Column("template", Text, nullable=False),
    Column("is_demo", Boolean, nullable=False),
    Column("is_calibrated", Boolean, nullable=False, server_default=true()),
    Column("file_name", JsonText),
    Column("vacancy_id", Integer),
    Column("batch_id", Integer),
    Column("parent_id", Integer),
    UniqueConstraint("task_id", name="analyses_once_a_task"),
    Index("analyses_by_user", "user_id", "id"),
    Index("analyses_by_time", "created_at"),
    Index("analyses_by_batch", "batch_id"),
    sqlite_autoincrement=True,
)

dialog_states: Final = Table(
    "dialog_states",
    metadata,
    Column("key", Text, primary_key=True),
    Column("state", Text),
    Column("data", JsonText, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("user_id", Integer),
    Index("dialog_states_by_user", "user_id"),
)

UNFINISHED: Final = ("accepted", "started")
"""States of an update or a task that still has to be worked on."""
