"""Opens the database: lock, connection, migrations, repositories."""

import os
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, make_url
from sqlalchemy.exc import ArgumentError

from domain.errors import DatabaseUnavailableError
from migrations.upgrade import upgrade_schema
from storage.admin_acts import SqlAdminActLog
from storage.administration import SqlPeopleDirectory
from storage.analyses import SqlAnalysisRepository
from storage.archive import SqlArchive
from storage.backup import SqlDatabaseKeeper
from storage.batches import SqlBatchRepository
from storage.broadcasts import SqlBroadcastRepository
from storage.clock import Clock, utc_now
from storage.connection import begin_for_ddl, create_engine, log_sqlite_version
from storage.contests import SqlContestRepository
from storage.file_lock import DatabaseLock
from storage.inbox import SqlUpdateInbox
from storage.insights import SqlInsightStore
from storage.invites import SqlInviteRepository
from storage.measurements import SqlMeasurementSource
from storage.people import SqlPeopleRepository
from storage.personal_data import SqlPersonalData
from storage.sealing import seal_stored
from storage.settings import SqlSettingStore
from storage.states import SqlStateRepository
from storage.tasks import SqlTaskStore
from storage.transactions import Transactions
from storage.vacancies import SqlVacancyRepository
from storage.vault import Vault
from storage.verdicts import SqlVerdictRepository


@dataclass(frozen=True)
class Database:
    """An open database and the lock on its file; the parts implement `domain.ports`."""

    analyses: SqlAnalysisRepository
    inbox: SqlUpdateInbox
    tasks: SqlTaskStore
    states: SqlStateRepository
    people: SqlPeopleRepository
    vacancies: SqlVacancyRepository
    admin_acts: SqlAdminActLog
    directory: SqlPeopleDirectory
    invites: SqlInviteRepository
    broadcasts: SqlBroadcastRepository
    settings: SqlSettingStore
    keeper: SqlDatabaseKeeper
    archive: SqlArchive
    batches: SqlBatchRepository
    verdicts: SqlVerdictRepository
    contests: SqlContestRepository
    insights: SqlInsightStore
    measurements: SqlMeasurementSource
    personal: SqlPersonalData
    clock: Clock
    _transactions: Transactions
    _resources: AsyncExitStack

    async def answer(self) -> None:
        """Waits for its turn at the connection and reads nothing; raises StorageError."""
        await self._transactions.run(lambda connection: connection.exec_driver_sql("SELECT 1"))

    async def close(self) -> None:
        """Waits for what is being written, empties the WAL, lets go of the file. Idempotent."""
        await self._resources.aclose()


async def open_database(
    url: str, *, clock: Clock = utc_now, data_keys: Sequence[bytes] = ()
) -> Database:
    """Opens `sqlite+aiosqlite:///PATH`, making its folder, and migrates it to the newest schema.

    With `data_keys` (32 bytes each, the newest first) what people send is sealed at rest.

    Raises DatabaseBusyError where another process has it open, DatabaseTooNewError where a
    later version of this program wrote it, SealBrokenError where no key opens what is sealed,
    and DatabaseUnavailableError for any other URL, a folder that can't be written, or a file that
    is no database.
    """
    path = _file_of(url)
    async with AsyncExitStack() as resources:
        resources.callback(_lock(path).release)
        transactions = Transactions(create_engine(path), str(path))
        resources.push_async_callback(transactions.close)
        await transactions.run(_migrate)
        vault = Vault(data_keys, clock)
        if await transactions.run(vault.rewrap):
            await transactions.scrub()  # else the keys under the old one could still be found
        await seal_stored(transactions, vault, SqlSettingStore(transactions, clock))
        log_sqlite_version(path)
        return _database_of(path, transactions, clock, vault, resources)


def _database_of(
    path: Path,
    transactions: Transactions,
    clock: Clock,
    vault: Vault,
    resources: AsyncExitStack,
) -> Database:
    return Database(
        analyses=SqlAnalysisRepository(transactions, clock, vault),
        inbox=SqlUpdateInbox(transactions, clock, vault),
        tasks=SqlTaskStore(transactions, clock, vault),
        states=SqlStateRepository(transactions, clock, vault),
        people=SqlPeopleRepository(transactions, clock),
        vacancies=SqlVacancyRepository(transactions, clock, vault),
        admin_acts=SqlAdminActLog(transactions, clock),
        directory=SqlPeopleDirectory(transactions, clock),
        invites=SqlInviteRepository(transactions, clock),
        broadcasts=SqlBroadcastRepository(transactions, clock),
        settings=SqlSettingStore(transactions, clock),
        keeper=SqlDatabaseKeeper(transactions, clock, path),
        archive=SqlArchive(transactions, vault),
        batches=SqlBatchRepository(transactions, clock, vault),
        verdicts=SqlVerdictRepository(transactions, clock),
        contests=SqlContestRepository(transactions, clock, vault),
        insights=SqlInsightStore(transactions, clock, vault),
        measurements=SqlMeasurementSource(transactions, vault),
        personal=SqlPersonalData(transactions, clock, vault),
        clock=clock,
        _transactions=transactions,
        _resources=resources.pop_all(),
    )


def _migrate(connection: Connection) -> None:
    begin_for_ddl(connection)
    upgrade_schema(connection)


def _file_of(url: str) -> Path:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise DatabaseUnavailableError(url) from None
    in_memory = parsed.database in (None, "", ":memory:")
    if parsed.drivername != "sqlite+aiosqlite" or in_memory or parsed.query:
        raise DatabaseUnavailableError(parsed.render_as_string(hide_password=True))
    return Path(str(parsed.database)).resolve()


def _lock(path: Path) -> DatabaseLock:
    """Makes the folder and the file, for this account's eyes only, and owns them."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = DatabaseLock(path)
    except OSError as error:
        raise DatabaseUnavailableError(str(path)) from error
    try:
        # Only behind the lock: closing a descriptor of a file drops this process's POSIX locks
        # on it, SQLite's own ones too.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    except OSError as error:
        lock.release()
        raise DatabaseUnavailableError(str(path)) from error
    return lock
