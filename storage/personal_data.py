"""Everything about one person: counted, gathered, erased; and what has become too old."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, func, or_, select, update

from domain.privacy import FileTraces, Purge, StoredCounts, StoredRows
from storage.batch_tables import batch_items, batches
from storage.insights import insights
from storage.opened_rows import opened_rows
from storage.people_tables import (
    admin_acts,
    broadcasts,
    consents,
    contests,
    invites,
    people,
    vacancies,
    verdicts,
)
from storage.tables import UNFINISHED, analyses, dialog_states, tasks
from storage.tables import updates as inbox
from storage.transactions import Transactions
from storage.vault import Vault

_ERASED: Final = "erased"
_CHOICES: Final = ("role", "language", "vacancy_id", "ban_reason", "blocked_at", "invite_id")
_COUNTED: Final[Mapping[str, Table]] = {
    "analyses": analyses,
    "verdicts": verdicts,
    "contests": contests,
    "batches": batches,
    "vacancies": vacancies,
    "consents": consents,
    "unfinished": tasks,
    "dialogs": dialog_states,
}


class SqlPersonalData:
    """Implements domain.ports.PersonalData."""

    def __init__(self, transactions: Transactions, vault: Vault) -> None:
        self._transactions = transactions
        self._vault = vault

    async def count(self, user_id: int) -> StoredCounts:
        return await self._transactions.run(lambda connection: _count(connection, user_id))

    async def gather(self, user_id: int) -> StoredRows:
        tables = {name: table for name, table in _COUNTED.items() if name != "unfinished"}
        tables |= {"person": people, "tasks": tasks}

        def work(connection: Connection) -> StoredRows:
            own = {
                name: opened_rows(connection, self._vault, table, table.c.user_id == user_id)
                for name, table in tables.items()
            }
            return {**own, **self._indirect(connection, user_id)}

        return await self._transactions.run(work)

    async def erase(self, user_id: int) -> StoredCounts:
        def work(connection: Connection) -> StoredCounts:
            counts = _count(connection, user_id)
            _erase(connection, user_id)
            # Here and not afterwards: what is stored next must not be sealed with this key.
            self._vault.forget(user_id)
            return counts

        counts = await self._transactions.run(work)
        await self._transactions.checkpoint()
        return counts

    async def trace_file(self, file_sha256: str) -> FileTraces:
        return await self._transactions.run(lambda connection: _trace(connection, file_sha256))

    async def erase_file(self, file_sha256: str) -> FileTraces:
        def work(connection: Connection) -> FileTraces:
            traces = _trace(connection, file_sha256)
            connection.execute(delete(analyses).where(analyses.c.file_sha256 == file_sha256))
            named = update(batch_items).where(batch_items.c.file_sha256 == file_sha256)
            connection.execute(
                named.values(file_name=None, source=None, evidence=None, file_sha256=None)
            )
            return traces

        traces = await self._transactions.run(work)
        await self._transactions.checkpoint()
        return traces

    async def purge(self, before: datetime) -> Purge:
        gone = await self._transactions.run(lambda connection: _purge(connection, before))
        if gone.analyses or gone.tasks or gone.batches or gone.dialogs:
            await self._transactions.checkpoint()
        return gone

    def _indirect(self, connection: Connection, user_id: int) -> StoredRows:
        """What names the person only through another row of theirs."""
        own_batches = select(batches.c.id).where(batches.c.user_id == user_id)
        own_analyses = select(analyses.c.id).where(analyses.c.user_id == user_id)
        found = {
            batch_items: batch_items.c.batch_id.in_(own_batches),
            insights: insights.c.analysis_id.in_(own_analyses),
        }
        return {
            table.name: opened_rows(connection, self._vault, table, condition, owner=user_id)
            for table, condition in found.items()
        }


def _count(connection: Connection, user_id: int) -> StoredCounts:
    def rows(table: Table) -> int:
        own = table.c.user_id == user_id
        if table is tasks:
            own = and_(own, tasks.c.state.in_(UNFINISHED))
        statement = select(func.count()).select_from(table).where(own)
        return int(connection.execute(statement).scalar_one())

    return StoredCounts(**{name: rows(table) for name, table in _COUNTED.items()})


def _erase(connection: Connection, user_id: int) -> None:
    # Batches and analyses take their items, verdicts and contests with them.
    for table in (analyses, batches, contests, verdicts, vacancies, consents, tasks):
        connection.execute(delete(table).where(table.c.user_id == user_id))
    connection.execute(delete(dialog_states).where(dialog_states.c.user_id == user_id))
    # The ids of updates stay, so that a repetition is recognised; whose they were does not.
    own_updates = update(inbox).where(inbox.c.user_id == user_id)
    connection.execute(own_updates.values(body=None, user_id=None, state="done"))
    connection.execute(delete(broadcasts).where(broadcasts.c.admin_id == user_id))
    connection.execute(delete(invites).where(invites.c.created_by == user_id))
    named = or_(admin_acts.c.subject == str(user_id), admin_acts.c.admin_id == user_id)
    connection.execute(update(admin_acts).where(named).values(subject=_ERASED, details={}))
    _erase_person(connection, user_id)


def _erase_person(connection: Connection, user_id: int) -> None:
    own = people.c.user_id == user_id
    connection.execute(delete(people).where(own, people.c.banned_at.is_(None)))
    empty = dict.fromkeys(_CHOICES)
    connection.execute(
        update(people).where(own).values(data_key=None, is_admin=False, is_blind=False, **empty)
    )


def _trace(connection: Connection, file_sha256: str) -> FileTraces:
    statement = select(func.count(), func.count(analyses.c.user_id.distinct())).where(
        analyses.c.file_sha256 == file_sha256
    )
    rows, owners = connection.execute(statement).one()
    return FileTraces(analyses=rows, people=owners)


def _purge(connection: Connection, before: datetime) -> Purge:
    finished = tasks.c.state.not_in(UNFINISHED)
    old: Mapping[str, tuple[Table, ColumnElement[bool]]] = {
        "analyses": (analyses, analyses.c.created_at < before),
        "tasks": (tasks, and_(finished, tasks.c.created_at < before)),
        "batches": (batches, batches.c.finished_at < before),
        "dialogs": (dialog_states, dialog_states.c.changed_at < before),
    }
    gone = {
        name: connection.execute(delete(table).where(condition)).rowcount
        for name, (table, condition) in old.items()
    }
    return Purge(before=before, **gone)
