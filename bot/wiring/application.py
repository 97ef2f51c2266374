"""The running bot, put together."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Self

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.types import LinkPreviewOptions, User

from bot.config import Settings
from bot.dialogs.door import DialogDoor
from bot.dispatcher import create_dispatcher
from bot.fsm_storage import RepositoryStorage
from bot.i18n import Locales
from bot.middlewares.blocked import NoteBlocked
from bot.middlewares.patience import PatientRequests
from bot.operations.door import OperationsDoor
from bot.operations.metered import MeteredCalls, MeteredUpdates
from bot.operations.metrics import Metrics
from bot.tasks.batch_files import TelegramFiles
from bot.tasks.runner import TaskRunner
from bot.updates.again import TakeAgainFromInbox
from bot.updates.dispatch import Dispatch
from bot.updates.feeding import UpdateFeeder
from bot.wiring.answers import admin_news
from bot.wiring.intake import UpdateIntake, open_intake
from bot.wiring.parts import Parts, WorkParts
from bot.wiring.provided import provide_all
from bot.wiring.scorer import open_scorer
from bot.wiring.tasks import create_task_runner
from inference.scoring.live import LiveScorer
from inference.shelf import DiskShelf
from parsers.isolation import IsolatedResumeReader
from storage.database import Database, open_database
from usecases.admin.switch_model import ModelChoice
from usecases.purge_old import PurgeOld
from usecases.score_resume import ScoreResume
from usecases.show_place import ShowPlace


def create_bot(token: str, api_url: str) -> Bot:
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_url))
    session.middleware(PatientRequests())
    properties = DefaultBotProperties(
        parse_mode=ParseMode.HTML, link_preview=LinkPreviewOptions(is_disabled=True)
    )
    return Bot(token, session=session, default=properties)


@dataclass
class Application:
    """The parts of a running bot; made by `open`, closed in the reverse order."""

    bot: Bot
    locales: Locales
    database: Database
    scorer: LiveScorer
    intake: UpdateIntake
    dispatch: Dispatch
    tasks: TaskRunner
    score_resume: asyncio.Future[ScoreResume]
    metrics: Metrics
    resources: AsyncExitStack

    @classmethod
    async def open(cls, settings: Settings, locales: Locales, bot: Bot, bot_user: User) -> Self:
        """Raises StorageError without the database, PortTakenError without METRICS_PORT."""
        async with AsyncExitStack() as resources:
            database = await open_database(settings.database_url, data_keys=settings.data_keys)
            resources.push_async_callback(database.close)
            # Before the model: the reader's parent process must not hold torch.
            reader = IsolatedResumeReader()
            await reader.start()
            resources.push_async_callback(reader.close)
            metrics = await _open_metrics(settings, bot, database, resources)
            bot.session.middleware(NoteBlocked(database.people))
            scorer = open_scorer(settings, resources)
            parts = Parts(settings, locales, bot, bot_user, database, scorer)
            dispatcher = create_dispatcher(
                RepositoryStorage(database.states),
                locales,
                show_place=ShowPlace(TelegramFiles(bot), reader),
                **provide_all(parts),
            )
            work_parts = WorkParts(**vars(parts), reader=reader, door=DialogDoor(dispatcher, bot))
            score_resume: asyncio.Future[ScoreResume] = asyncio.get_running_loop().create_future()
            news = admin_news(parts)
            tasks = create_task_runner(work_parts, score_resume, metrics, news)
            dispatcher["tasks"] = tasks
            await dispatcher.emit_startup(bot=bot)
            feeder = UpdateFeeder(dispatcher, bot, locales, news)
            dispatch = Dispatch(database.inbox, MeteredUpdates(feeder, metrics))
            dispatcher["take_again"] = TakeAgainFromInbox(database.inbox, bot.id, dispatch.notify)
            intake = await open_intake(
                parts, dispatcher["pulse"], metrics, dispatch.notify, resources
            )
            return cls(
                *(bot, locales, database, scorer, intake, dispatch, tasks, score_resume, metrics),
                resources.pop_all(),
            )

    async def use_model(self, settings: Settings) -> None:
        """Loads the model in a thread, then lets waiting scores go. Raises BundleError."""
        choice = ModelChoice(self.scorer, DiskShelf(), self.database.settings, settings.bundle)
        await choice.load_at_start()
        self.score_resume.set_result(ScoreResume(self.scorer, self.database.tasks))
        self.metrics.ready.set(1)

    def purge_old(self, retention_days: int) -> PurgeOld:
        return PurgeOld(self.database.personal, retention_days, self.database.clock)

    async def close(self) -> None:
        await self.resources.aclose()


async def _open_metrics(
    settings: Settings, bot: Bot, database: Database, resources: AsyncExitStack
) -> Metrics:
    """With every call of the bot, and to be had at METRICS_PORT."""
    metrics = Metrics()
    bot.session.middleware(MeteredCalls(metrics))
    if settings.metrics_port is not None:
        door = OperationsDoor(settings.metrics_port, metrics, database.answer)
        await resources.enter_async_context(door)
    return metrics
