"""The consent that holds, beside a row of `people`."""

from typing import Any

from sqlalchemy import ScalarSelect, select

from domain.person import ConsentKind
from storage.people_tables import consents, people


def newest_consent(column: str, kind: ConsentKind = "processing") -> ScalarSelect[Any]:
    """Its `column`, NULL where there is none."""
    return (
        select(consents.c[column])
        .where(
            consents.c.user_id == people.c.user_id,
            consents.c.kind == kind,
            consents.c.withdrawn_at.is_(None),
        )
        .order_by(consents.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
