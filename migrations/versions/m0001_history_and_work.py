"""The history, the inbox of updates, the tasks and the dialog states."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_updates()
    _create_tasks()
    _create_analyses()
    op.create_table(
        "dialog_states",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("state", sa.Text),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
    )


def _create_updates() -> None:
    op.create_table(
        "updates",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("bot_id", sa.Integer, nullable=False),
        sa.Column("update_id", sa.Integer, nullable=False),
        sa.Column("body", sa.Text),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("accepted_at", sa.DateTime, nullable=False),
        sa.UniqueConstraint("bot_id", "update_id", name="updates_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("updates_by_state", "updates", ["state", "accepted_at"])


def _create_tasks() -> None:
    op.create_table(
        "tasks",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("chat_id", sa.Integer, nullable=False),
        sa.Column("user_id", sa.Integer, nullable=False),
        sa.Column("locale", sa.Text, nullable=False),
        sa.Column("status_message_id", sa.Integer),
        sa.Column("payload", sa.Text),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("started_at", sa.DateTime),
        sa.Column("finished_at", sa.DateTime),
        sqlite_autoincrement=True,
    )
    op.create_index("tasks_by_state", "tasks", ["state"])


def _create_analyses() -> None:
    op.create_table(
        "analyses",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("task_id", sa.Integer, sa.ForeignKey("tasks.id", ondelete="SET NULL")),
        sa.Column("user_id", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("file_sha256", sa.Text),
        sa.Column("resume", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("probability", sa.Float, nullable=False),
        sa.Column("percentile", sa.Float, nullable=False),
        sa.Column("explanation", sa.Text, nullable=False),
        sa.Column("bundle_name", sa.Text, nullable=False),
        sa.Column("bundle_revision", sa.Text, nullable=False),
        sa.Column("template", sa.Text, nullable=False),
        sa.Column("is_demo", sa.Boolean, nullable=False),
        sa.UniqueConstraint("task_id", name="analyses_once_a_task"),
        sqlite_autoincrement=True,
    )
    op.create_index("analyses_by_user", "analyses", ["user_id", "id"])
