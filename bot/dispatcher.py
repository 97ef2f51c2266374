"""The dispatcher: middlewares, routers in their order, dialogs."""

from typing import Any

from aiogram import Dispatcher, Router
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram_dialog import setup_dialogs
from aiogram_dialog.api.protocols import MessageManagerProtocol

from bot.config import Settings
from bot.dialogs.admin.windows import admin_dialog
from bot.dialogs.card.windows import card_dialog
from bot.dialogs.compare.windows import compare_dialog
from bot.dialogs.contest.windows import contest_dialog
from bot.dialogs.contest_queue.windows import contest_queue_dialog
from bot.dialogs.form.windows import form_dialog
from bot.dialogs.history.windows import history_dialog
from bot.dialogs.media import PictureMessages
from bot.dialogs.settings.windows import settings_dialog
from bot.dialogs.vacancy.windows import vacancy_dialog
from bot.filters_in_place import run_filters_in_place
from bot.fsm_storage import RepositoryStorage
from bot.handlers.admin.audit import audit_router
from bot.handlers.admin.bans import bans_router
from bot.handlers.admin.broadcast import broadcast_router
from bot.handlers.admin.commands import admin_commands_router
from bot.handlers.admin.invites import invites_router
from bot.handlers.admin.stats import stats_router
from bot.handlers.answer import answer_router
from bot.handlers.batch import batch_router
from bot.handlers.calibrate import calibrate_router
from bot.handlers.cancel import cancel_router
from bot.handlers.compare import compare_router
from bot.handlers.contest import contest_router
from bot.handlers.errors import errors_router
from bot.handlers.files import files_router
from bot.handlers.first_contact import first_contact_router
from bot.handlers.gate import gate_router
from bot.handlers.groups import groups_router
from bot.handlers.help import help_router
from bot.handlers.history import history_router
from bot.handlers.inline import inline_router
from bot.handlers.insights import insights_router
from bot.handlers.membership import membership_router
from bot.handlers.my_file import my_file_router
from bot.handlers.privacy import privacy_router
from bot.handlers.score import score_router
from bot.handlers.settings import settings_router
from bot.handlers.start import start_router
from bot.handlers.texts import early_texts_router, texts_router
from bot.handlers.vacancy import vacancy_router
from bot.i18n import Locales
from bot.middlewares.access import AccessMiddleware
from bot.middlewares.flood import WINDOW_SECONDS, FloodMiddleware
from bot.middlewares.person import PersonMiddleware
from bot.middlewares.turn import TurnMiddleware
from bot.pace import Pace
from bot.short_ways import ShortWays
from domain.ports import PeopleRepository


def create_dispatcher(
    storage: RepositoryStorage,
    locales: Locales,
    *,
    people: PeopleRepository,
    message_manager: MessageManagerProtocol | None = None,
    **provided: Any,
) -> Dispatcher:
    """A dispatcher with everything attached.

    `provided` is what handlers, getters and actions ask for by name (bot/wiring/provided.py).
    """
    dispatcher = Dispatcher(storage=storage, events_isolation=SimpleEventIsolation(), **provided)
    dispatcher["people"] = people
    dispatcher["locales"] = locales
    dispatcher.update.outer_middleware(PersonMiddleware(people, locales))
    dispatcher.update.outer_middleware(AccessMiddleware())
    settings: Settings = dispatcher["settings"]
    pace = Pace(settings.messages_per_minute, WINDOW_SECONDS)
    dispatcher.update.outer_middleware(FloodMiddleware(pace))
    turn = TurnMiddleware(storage)
    dispatcher.update.outer_middleware(turn)
    dispatcher.errors.outer_middleware(turn)
    dispatcher.include_router(ShortWays(*_routers()))
    setup_dialogs(dispatcher, message_manager=message_manager or PictureMessages())
    run_filters_in_place(dispatcher)
    return dispatcher


def _routers() -> tuple[Router, ...]:
    """In the order in which they are asked."""
    return (
        errors_router(),
        membership_router(),
        groups_router(),
        # First of all commands: another one ends the wait for a file.
        my_file_router(),
        # What answers before a person has agreed; all that follows the gate works after it.
        first_contact_router(),
        start_router(),
        help_router(),
        cancel_router(),
        settings_router(),
        privacy_router(),
        gate_router(),
        # Admins' commands; and their broadcast's message, before it is taken for a resume.
        admin_commands_router(),
        bans_router(),
        invites_router(),
        broadcast_router(),
        # Commands and files work whatever dialog is open, so they come before the dialogs.
        score_router(),
        history_router(),
        vacancy_router(),
        compare_router(),
        inline_router(),
        answer_router(),
        insights_router(),
        calibrate_router(),
        stats_router(),
        audit_router(),
        contest_router(),
        batch_router(),
        files_router(),
        early_texts_router(),
        card_dialog(),
        form_dialog(),
        history_dialog(),
        settings_dialog(),
        vacancy_dialog(),
        compare_dialog(),
        contest_dialog(),
        contest_queue_dialog(),
        admin_dialog(),
        texts_router(),
    )
