"""Whether a score's calibration was fitted on labelled rows: it was for all that are there."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "analyses",
        sa.Column("is_calibrated", sa.Boolean, nullable=False, server_default=sa.true()),
    )
