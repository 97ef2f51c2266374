"""The tables of batches: many resumes that are ranked together."""

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from storage.columns import JsonText, UtcDateTime
from storage.tables import metadata

batches: Final = Table(
    "batches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", Integer, nullable=False),
    Column("chat_id", Integer, nullable=False),
    Column("locale", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("vacancy_id", Integer),
    Column("hidden", JsonText, nullable=False),
    Column("status_message_id", Integer),
    Column("state", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("finished_at", UtcDateTime),
    UniqueConstraint("chat_id", "origin", name="batches_once_an_origin"),
    Index("batches_by_user", "user_id", "id"),
    sqlite_autoincrement=True,
)

batch_items: Final = Table(
    "batch_items",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("batch_id", Integer, ForeignKey("batches.id", ondelete="CASCADE"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("file_name", JsonText),
    Column("source", JsonText),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("failure", Text),
    Column("failure_facts", JsonText),
    Column("file_sha256", Text),
    Column("resume", JsonText),
    Column("evidence", JsonText),
    Column("analysis_id", Integer, ForeignKey("analyses.id", ondelete="SET NULL")),
    Column("duplicate_of", Integer),
    UniqueConstraint("batch_id", "place", name="batch_items_one_a_place"),
    sqlite_autoincrement=True,
)
