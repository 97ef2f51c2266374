"""The dispatcher as it runs, over a real database in a folder of the test's own."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
import pytest_asyncio
from aiogram import Dispatcher

from bot.config import Settings
from bot.consent import VERSION
from bot.dialogs.door import DialogDoor
from bot.dispatcher import create_dispatcher
from bot.fsm_storage import RepositoryStorage
from bot.i18n import Language, Locales
from bot.wiring.parts import Parts
from bot.wiring.provided import provide_all
from domain.analysis import Analysis, NewAnalysis
from domain.person import Role
from inference.scoring.live import LiveScorer
from storage.database import Database, open_database
from tests.bot.chat import BOT_USER, KeptBot, Person
from tests.bot.parts import KeptAgain, KeptPlaces, KeptTasks, load_tiny_assessor
from tests.bot.people import START, analysis

ADMIN_ID = 900
SETTLED_IDS = (*range(1, 21), ADMIN_ID)
"""People who have agreed and are recruiters; every other id is a newcomer."""


class MovedClock:
    """Time stands still until a test moves it."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Desk:
    """Everything a test touches. `scorer` has no model until a test loads one."""

    dispatcher: Dispatcher
    bot: KeptBot
    tasks: KeptTasks
    database: Database
    door: DialogDoor
    storage: RepositoryStorage
    clock: MovedClock
    scorer: LiveScorer
    parts: Parts

    def person(self, language: Language = "ru", user_id: int = 1) -> Person:
        return Person(self.dispatcher, self.bot, language, user_id)

    async def keeps(self, *analyses: Analysis) -> Sequence[Analysis]:
        """Puts these into the history; they get ids of their own, from 1 on."""
        new = [NewAnalysis(**dict(one)) for one in analyses or (analysis(),)]
        return [await self.database.analyses.add(one) for one in new]

    async def settle(self, user_id: int, role: Role) -> None:
        """Has this person agreed to all, in this role."""
        await _settle(self.database, user_id, role)

    def restarted(self) -> "Desk":
        """A new process over the same database, dialogs and chats."""
        storage = RepositoryStorage(self.database.states)
        return _desk(self.parts, storage, self.bot, self.clock)


MakeDesk = Callable[..., Awaitable[Desk]]


@pytest.fixture(scope="session")
def locales() -> Locales:
    return Locales()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the newest schema and the settled people: copying it is faster than making."""
    return await migrate(tmp_path_factory.mktemp("migrated") / "bot.db")


async def migrate(path: Path) -> Path:
    database = await open_database(f"sqlite+aiosqlite:///{path}", clock=MovedClock())
    for user_id in SETTLED_IDS:
        await _settle(database, user_id, "recruiter")
    await database.close()
    return path


@pytest.fixture
async def make_desk(locales: Locales, migrated: Path, tmp_path: Path) -> AsyncIterator[MakeDesk]:
    """Makes desks with settings of the test's choice: `await make_desk(access="invite")`."""
    async with desks(locales, migrated, tmp_path) as make:
        yield make


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = await open_database(f"sqlite+aiosqlite:///{tmp_path}/bot.db")
    yield database
    await database.close()


@asynccontextmanager
async def desks(locales: Locales, migrated: Path, folder: Path) -> AsyncIterator[MakeDesk]:
    """Each desk has a copy of the migrated database, in this folder."""
    opened: list[Database] = []

    async def make(**settings: object) -> Desk:
        path = folder / f"bot{len(opened)}.db"
        shutil.copy(migrated, path)
        clock = MovedClock()
        database = await open_database(f"sqlite+aiosqlite:///{path}", clock=clock)
        opened.append(database)
        chosen = {
            "admin_ids": (ADMIN_ID,),
            "database_url": f"sqlite+aiosqlite:///{path}",
            "messages_per_minute": 1_000_000,
        }
        bot = KeptBot()
        parts = Parts(
            Settings(_env_file=None, **(chosen | settings)),  # type: ignore[arg-type]
            *(locales, bot, BOT_USER, database, LiveScorer(load_tiny_assessor)),
        )
        return _desk(parts, RepositoryStorage(database.states), bot, clock)

    try:
        yield make
    finally:
        for database in opened:
            await database.close()


@pytest.fixture
async def desk(make_desk: MakeDesk) -> Desk:
    return await make_desk()


def _desk(parts: Parts, storage: RepositoryStorage, bot: KeptBot, clock: MovedClock) -> Desk:
    tasks = KeptTasks()
    dispatcher = create_dispatcher(
        storage,
        parts.locales,
        tasks=tasks,
        take_again=KeptAgain(),
        show_place=KeptPlaces(),
        **provide_all(parts),
    )
    door = DialogDoor(dispatcher, bot)
    return Desk(
        *(dispatcher, bot, tasks, parts.database, door, storage, clock, parts.scorer, parts)
    )


async def _settle(database: Database, user_id: int, role: Role) -> None:
    await database.people.meet(user_id)
    await database.people.set_role(user_id, role)
    for kind in ("processing", "candidates") if role == "recruiter" else ("processing",):
        await database.people.agree(
            user_id, kind, version=VERSION, text_sha256="0" * 64, language="ru"
        )
