"""People with their choices and consents, vacancies, batches, verdicts, and what admins do."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("tasks", sa.Column("error", sa.Text))
    op.add_column("tasks", sa.Column("origin", sa.Text))
    op.add_column("updates", sa.Column("user_id", sa.Integer))
    op.add_column("dialog_states", sa.Column("user_id", sa.Integer))
    op.create_index("dialog_states_by_user", "dialog_states", ["user_id"])
    for name, kind in (
        ("file_name", sa.Text),
        ("vacancy_id", sa.Integer),
        ("batch_id", sa.Integer),
        ("parent_id", sa.Integer),
    ):
        op.add_column("analyses", sa.Column(name, kind))
    op.create_index("analyses_by_time", "analyses", ["created_at"])
    op.create_index("analyses_by_batch", "analyses", ["batch_id"])
    _create_people()
    _create_verdicts()
    _create_administration()
    _create_batches()
    _create_insights()


def _create_people() -> None:
    op.create_table(
        "people",
        sa.Column("user_id", sa.Integer, primary_key=True),
        sa.Column("role", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("is_admin", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("is_blind", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("vacancy_id", sa.Integer),
        sa.Column("joined_at", sa.DateTime, nullable=False),
        sa.Column("seen_at", sa.DateTime, nullable=False),
        sa.Column("banned_at", sa.DateTime),
        sa.Column("ban_reason", sa.Text),
        sa.Column("blocked_at", sa.DateTime),
        sa.Column("invite_id", sa.Integer),
        sa.Column("data_key", sa.LargeBinary),
    )
    op.create_table(
        "consents",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("user_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("text_sha256", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("given_at", sa.DateTime, nullable=False),
        sa.Column("withdrawn_at", sa.DateTime),
        sqlite_autoincrement=True,
    )
    op.create_index("consents_by_user", "consents", ["user_id", "kind"])
    op.create_table(
        "vacancies",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("user_id", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("client_name", sa.Text),
        sa.Column("grade", sa.Text),
        sa.Column("salary", sa.Text),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("closed_at", sa.DateTime),
        sqlite_autoincrement=True,
    )
    op.create_index("vacancies_by_user", "vacancies", ["user_id", "id"])


def _create_verdicts() -> None:
    op.create_table(
        "verdicts",
        sa.Column(
            "analysis_id",
            sa.Integer,
            sa.ForeignKey("analyses.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("user_id", sa.Integer, nullable=False),
        sa.Column("is_useful", sa.Boolean),
        sa.Column("grade_confirmed", sa.Boolean),
        sa.Column("changed_at", sa.DateTime, nullable=False),
    )
    op.create_index("verdicts_by_user", "verdicts", ["user_id"])
    op.create_table(
        "contests",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "analysis_id",
            sa.Integer,
            sa.ForeignKey("analyses.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("user_id", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("decided_by", sa.Integer),
        sa.Column("decided_at", sa.DateTime),
        sa.Column("reply", sa.Text),
        sa.UniqueConstraint("analysis_id", name="contests_once_an_analysis"),
        sqlite_autoincrement=True,
    )
    op.create_index("contests_by_state", "contests", ["state", "id"])


def _create_administration() -> None:
    op.create_table(
        "admin_acts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("admin_id", sa.Integer, nullable=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("subject", sa.Text),
        sa.Column("details", sa.Text, nullable=False),
        sa.Column("done_at", sa.DateTime, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "invites",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("token_sha256", sa.Text, nullable=False),
        sa.Column("created_by", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("expires_at", sa.DateTime, nullable=False),
        sa.Column("uses_left", sa.Integer, nullable=False),
        sa.Column("used", sa.Integer, nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("revoked_at", sa.DateTime),
        sa.UniqueConstraint("token_sha256", name="invites_one_a_token"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "broadcasts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("admin_id", sa.Integer, nullable=False),
        sa.Column("chat_id", sa.Integer, nullable=False),
        sa.Column("locale", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("recipients", sa.Integer, nullable=False),
        sa.Column("delivered", sa.Integer, nullable=False),
        sa.Column("blocked", sa.Integer, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("last_user_id", sa.Integer, nullable=False),
        sa.Column("status_message_id", sa.Integer),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("finished_at", sa.DateTime),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
    )


def _create_insights() -> None:
    op.create_table(
        "insights",
        sa.Column(
            "analysis_id",
            sa.Integer,
            sa.ForeignKey("analyses.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("bundle_name", sa.Text, nullable=False),
        sa.Column("bundle_revision", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
    )


def _create_batches() -> None:
    op.create_table(
        "batches",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("user_id", sa.Integer, nullable=False),
        sa.Column("chat_id", sa.Integer, nullable=False),
        sa.Column("locale", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("vacancy_id", sa.Integer),
        sa.Column("hidden", sa.Text, nullable=False),
        sa.Column("status_message_id", sa.Integer),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("finished_at", sa.DateTime),
        sa.UniqueConstraint("chat_id", "origin", name="batches_once_an_origin"),
        sqlite_autoincrement=True,
    )
    op.create_index("batches_by_user", "batches", ["user_id", "id"])
    op.create_table(
        "batch_items",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "batch_id", sa.Integer, sa.ForeignKey("batches.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("file_name", sa.Text),
        sa.Column("source", sa.Text),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("failure", sa.Text),
        sa.Column("failure_facts", sa.Text),
        sa.Column("file_sha256", sa.Text),
        sa.Column("resume", sa.Text),
        sa.Column("evidence", sa.Text),
        sa.Column("analysis_id", sa.Integer, sa.ForeignKey("analyses.id", ondelete="SET NULL")),
        sa.Column("duplicate_of", sa.Integer),
        sa.UniqueConstraint("batch_id", "place", name="batch_items_one_a_place"),
        sqlite_autoincrement=True,
    )
