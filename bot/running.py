"""A bot's life: start, work, and a stop that loses nothing."""

import asyncio
import logging
import signal
import threading

from aiogram.exceptions import TelegramAPIError

from bot.config import Settings
from bot.i18n import Locales
from bot.last_moment import last_moment
from bot.menu import publish_admin_menus, publish_profile
from bot.retention import keep_house
from bot.wiring import Application, create_bot
from usecases.admin.back_up import BackUp
from usecases.admin.keep_files import KeepFiles

HANDLERS_DEADLINE_SECONDS = 3.0
TASKS_DEADLINE_SECONDS = 2.5
"""A stop may take ten seconds, and a database that somebody has locked takes five of them; the rest
of the work stays on disk. bot.last_moment ends what takes longer."""
_log = logging.getLogger(__name__)


async def run_bot(settings: Settings, locales: Locales) -> None:
    """Runs until SIGTERM or SIGINT.

    Raises TelegramAPIError where the token or the server is wrong, WebhookRefusedError where the
    address is, PortTakenError where a port is, and StorageError or BundleError where a part can't
    be had.
    """
    assert settings.bot_token is not None
    stop_wanted, end = asyncio.Event(), last_moment()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop_wanted.set)
    bot = create_bot(settings.bot_token.get_secret_value(), settings.telegram_api_url)
    try:
        bot_user = await bot.me()
        if settings.webhook_url is None:
            # Telegram gives no updates to ask for while an old webhook stands.
            await bot.delete_webhook(drop_pending_updates=False)
        application = await Application.open(settings, locales, bot, bot_user)
        try:
            await _work(application, settings, stop_wanted, end)
        finally:
            await application.close()
    finally:
        await bot.session.close()
        end.cancel()


async def _work(
    application: Application,
    settings: Settings,
    stop_wanted: asyncio.Event,
    end: threading.Timer,
) -> None:
    keep_files = _keep_files(application)
    keep_files.clear_at_start()
    # Before the updates: one that is handled again must find the task that it asked for.
    await application.tasks.resume()
    intake = asyncio.create_task(application.intake.run())
    dispatch = asyncio.create_task(application.dispatch.run())
    profile = asyncio.create_task(_publish_profile(application, settings))
    house = asyncio.create_task(_keep_house(application, settings, keep_files))
    model = asyncio.create_task(_use_model(application, settings))
    stopped = asyncio.create_task(stop_wanted.wait())
    endless = {intake, dispatch, stopped}
    try:
        done, _ = await asyncio.wait({*endless, model}, return_when=asyncio.FIRST_COMPLETED)
        if done == {model} and model.exception() is None:
            done, _ = await asyncio.wait(endless, return_when=asyncio.FIRST_COMPLETED)
        for task in done - {stopped}:
            task.result()
    finally:
        _log.info("stopping")
        end.start()
        every = (intake, dispatch, profile, house, model, stopped)
        for task in every:
            task.cancel()
        await asyncio.gather(*every, return_exceptions=True)
        await application.dispatch.stop(HANDLERS_DEADLINE_SECONDS)
        await application.tasks.stop(TASKS_DEADLINE_SECONDS)
        _log.info("stopped")


async def _use_model(application: Application, settings: Settings) -> None:
    _log.info("accepting updates; loading the model %s", settings.bundle)
    await application.use_model(settings)
    _log.info("ready")


def _keep_files(application: Application) -> KeepFiles:
    database = application.database
    back_up = BackUp(database.keeper, database.settings, database.clock)
    return KeepFiles(database.keeper, back_up, database.clock)


async def _keep_house(application: Application, settings: Settings, keep_files: KeepFiles) -> None:
    days = settings.retention_days
    await keep_house(keep_files, None if days is None else application.purge_old(days))


async def _publish_profile(application: Application, settings: Settings) -> None:
    bot, locales, people = application.bot, application.locales, application.database.people
    try:
        await publish_admin_menus(bot, locales, people, settings)
        await publish_profile(bot, locales)
    except TelegramAPIError as error:
        _log.warning("menus and descriptions were not published: %s", error)
