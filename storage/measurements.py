"""Facts for admins' figures: no names, no resumes but their age and city."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, and_, func, or_, select

from domain.measurement import Activity, AuditedScore, ScoredFact, TaskFact
from domain.resume import Resume
from domain.score import ModelIdentity
from storage.people_tables import people
from storage.tables import UNFINISHED, analyses, tasks
from storage.transactions import Transactions
from storage.vault import Vault

_COLUMN: Final = "analyses.resume"
_PAGE: Final = 200
_FACTS_PAGE: Final = 1000
_MOST_FACTS: Final = 50_000
"""A busier period is counted from its newest part: all of it would not fit into memory."""
_OF_A_SCORE: Final = ("user_id", "created_at")
_OF_A_TASK: Final = ("kind", "state", "created_at", "started_at", "finished_at", "error")
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
        """Of each kind of facts the newest 50,000 at most, page by page."""
        joined = await self._facts(people.c.user_id, people.c.joined_at >= since, "joined_at")
        scored = await self._facts(analyses.c.id, analyses.c.created_at >= since, *_OF_A_SCORE)
        worked_on = await self._facts(tasks.c.id, _worked_on(since), *_OF_A_TASK)
        return Activity(
            **await self._transactions.run(_counts),
            joined_at=tuple(row.joined_at for row in joined),
            scored=tuple(ScoredFact.model_validate(dict(row._mapping)) for row in scored),
            tasks=tuple(
                TaskFact(
                    kind=row.kind,
                    state=row.state,
                    accepted_at=row.created_at,
                    started_at=row.started_at,
                    finished_at=row.finished_at,
                    error=row.error,
                )
                for row in worked_on
            ),
        )

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

    async def _facts(
        self, key: Column[int], condition: ColumnElement[bool], *names: str
    ) -> Sequence[Row[Any]]:
        """Oldest first."""
        columns = [key.table.c[name] for name in names]
        chosen = select(key, *columns).where(condition).order_by(key.desc()).limit(_FACTS_PAGE)
        found: list[Row[Any]] = []
        while len(found) < _MOST_FACTS:
            page = partial(_page, statement=chosen.where(key < found[-1][0]) if found else chosen)
            rows = await self._transactions.run(page)
            if not rows:
                break
            found += rows
        return found[::-1]

    def _read(
        self, connection: Connection, statement: Select[int, float, Any, int]
    ) -> list[_Scored]:
        return [
            _Scored(number, score, self._vault.open(connection, user_id, _COLUMN, resume))
            for number, score, resume, user_id in connection.execute(statement)
        ]


def _counts(connection: Connection) -> dict[str, int]:
    """Of all that there is now."""
    return {
        "people": _count(connection, select(func.count()).select_from(people)),
        "people_blocked": _count(
            connection, select(func.count()).where(people.c.blocked_at.is_not(None))
        ),
        "analyses": _count(connection, select(func.count()).select_from(analyses)),
        "waiting": _count(
            connection, select(func.count()).where(_is_work, tasks.c.state.in_(UNFINISHED))
        ),
    }


def _worked_on(since: datetime) -> ColumnElement[bool]:
    is_of_then = or_(
        tasks.c.created_at >= since,
        tasks.c.finished_at >= since,
        tasks.c.state.in_(UNFINISHED),
    )
    return and_(_is_work, is_of_then)


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


def _page(connection: Connection, *, statement: Select[Any]) -> Sequence[Row[Any]]:
    return connection.execute(statement).all()


def _count(connection: Connection, statement: Select[int]) -> int:
    return connection.execute(statement).scalar_one()
