"""Facts for admins' figures: no names, no resumes but their age and city."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Select, and_, func, or_, select

from domain.measurement import Activity, AuditedScore, ScoredFact, TaskFact
from domain.resume import Resume
from domain.score import ModelIdentity
from storage.people_tables import people
from storage.tables import UNFINISHED, analyses, tasks
from storage.transactions import Transactions
from storage.vault import Vault

_COLUMN: Final = "analyses.resume"
_PAGE: Final = 200
_is_work: Final = tasks.c.kind != "figure"
"""A figure would else count the very task that it is drawn by."""


class _Scored(NamedTuple):
    id: int
    score: float
    resume: dict[str, Any]


class SqlMeasurementSource:
    """Implements domain.ports.MeasurementSource."""

    def __init__(self, transactions: Transactions, vault: Vault) -> None:
        self._transactions = transactions
        self._vault = vault

    async def activity(self, since: datetime) -> Activity:
        return await self._transactions.run(lambda connection: _activity(connection, since))

    async def audited_scores(self, model: ModelIdentity) -> Sequence[AuditedScore]:
        """Page by page: all resumes are opened, and between two pages others have their turn."""
        found: list[AuditedScore] = []
        after = 0
        while True:
            statement = _newest_of_each_resume(model).where(analyses.c.id > after).limit(_PAGE)
            page = await self._transactions.run(partial(self._read, statement=statement))
            if not page:
                return found
            after = page[-1].id
            found += [
                AuditedScore(
                    score=one.score, age=one.resume.get("age"), city=one.resume.get("city")
                )
                for one in page
            ]

    async def latest_resumes(self, model: ModelIdentity, limit: int) -> Sequence[Resume]:
        statement = _newest_of_each_resume(model).order_by(None)
        statement = statement.order_by(analyses.c.id.desc()).limit(limit)
        return await self._transactions.run(
            lambda connection: [
                Resume.model_validate(one.resume) for one in self._read(connection, statement)
            ]
        )

    def _read(
        self, connection: Connection, statement: Select[int, float, Any, int]
    ) -> list[_Scored]:
        return [
            _Scored(number, score, self._vault.open(connection, user_id, _COLUMN, resume))
            for number, score, resume, user_id in connection.execute(statement)
        ]


def _activity(connection: Connection, since: datetime) -> Activity:
    joined = select(people.c.joined_at).where(people.c.joined_at >= since)
    scored = select(analyses.c.user_id, analyses.c.created_at).where(analyses.c.created_at >= since)
    facts = ("kind", "state", "created_at", "started_at", "finished_at", "error")
    accepted = select(*(tasks.c[name] for name in facts)).where(
        _is_work,
        or_(
            tasks.c.created_at >= since,
            tasks.c.finished_at >= since,
            tasks.c.state.in_(UNFINISHED),
        ),
    )
    return Activity(
        people=_count(connection, select(func.count()).select_from(people)),
        people_blocked=_count(
            connection, select(func.count()).where(people.c.blocked_at.is_not(None))
        ),
        analyses=_count(connection, select(func.count()).select_from(analyses)),
        waiting=_count(
            connection, select(func.count()).where(_is_work, tasks.c.state.in_(UNFINISHED))
        ),
        joined_at=tuple(connection.execute(joined).scalars()),
        scored=tuple(
            ScoredFact(user_id=row.user_id, created_at=row.created_at)
            for row in connection.execute(scored)
        ),
        tasks=tuple(
            TaskFact(
                kind=row.kind,
                state=row.state,
                accepted_at=row.created_at,
                started_at=row.started_at,
                finished_at=row.finished_at,
                error=row.error,
            )
            for row in connection.execute(accepted)
        ),
    )


def _newest_of_each_resume(model: ModelIdentity) -> Select[int, float, Any, int]:
    """Neither what was corrected later, nor the same file again of the same person."""
    later = analyses.alias("later")
    is_same = and_(
        later.c.user_id == analyses.c.user_id,
        later.c.bundle_name == analyses.c.bundle_name,
        later.c.bundle_revision == analyses.c.bundle_revision,
        later.c.id > analyses.c.id,
        (later.c.parent_id == analyses.c.id)
        | (later.c.file_sha256.is_not(None) & (later.c.file_sha256 == analyses.c.file_sha256)),
    )
    return (
        select(analyses.c.id, analyses.c.score, analyses.c.resume, analyses.c.user_id)
        .where(
            analyses.c.bundle_name == model.name,
            analyses.c.bundle_revision == model.revision,
            ~select(later.c.id).where(is_same).exists(),
        )
        .order_by(analyses.c.id)
    )


def _count(connection: Connection, statement: Select[int]) -> int:
    return connection.execute(statement).scalar_one()
