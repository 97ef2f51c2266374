"""The parts of what admins can do."""

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.machine import read_machine_health
from bot.tasks.admins_only import AdminsOnly
from bot.tasks.backup import BackupWork
from bot.tasks.broadcast import BroadcastWork
from bot.tasks.compare_models import CompareModelsWork
from bot.tasks.export import ExportWork
from bot.tasks.model import ModelWork
from bot.tasks.working_off import TaskWork
from bot.updates.pulse import Pulse
from bot.wiring.parts import Parts
from domain.work import TaskKind
from inference.shelf import DiskShelf
from usecases.admin.back_up import BackUp
from usecases.admin.ban_person import BanPerson
from usecases.admin.cancel_work import CancelWork
from usecases.admin.check_health import CheckHealth
from usecases.admin.compare_models import CompareModels
from usecases.admin.export_acts import ExportActs
from usecases.admin.export_all import EXPORTS, ExportAll
from usecases.admin.grant_admin import GrantAdmin
from usecases.admin.list_acts import ListActs
from usecases.admin.list_people import ListPeople
from usecases.admin.make_invite import MakeInvite, RevokeInvite
from usecases.admin.switch_model import ModelChoice
from usecases.admin.unban_person import UnbanPerson


def provide_admin(parts: Parts) -> Mapping[str, Any]:
    database, operators = parts.database, parts.settings.admin_ids
    acts, directory = database.admin_acts, database.directory
    pulse, choice = Pulse(), model_choice(parts)
    folder = database.keeper.path.parent
    return {
        "acts": acts,
        "directory": directory,
        "invites": database.invites,
        "broadcasts": database.broadcasts,
        "models": parts.scorer,
        "shelf": DiskShelf(),
        "model_choice": choice,
        "pulse": pulse,
        "list_people": ListPeople(directory),
        "ban_person": BanPerson(directory, acts, operators),
        "unban_person": UnbanPerson(directory, acts),
        "grant_admin": GrantAdmin(directory, acts, operators),
        "cancel_work": CancelWork(directory, acts),
        "make_invite": MakeInvite(database.invites, acts),
        "revoke_invite": RevokeInvite(database.invites, acts),
        "list_acts": ListActs(acts),
        "export_acts": ExportActs(acts, database.archive),
        "check_health": CheckHealth(
            acts=acts,
            keeper=database.keeper,
            settings=database.settings,
            machine=lambda: read_machine_health(folder),
            model=choice.health,
            telegram=lambda: pulse.health,
            clock=database.clock,
        ),
    }


def model_choice(parts: Parts) -> ModelChoice:
    return ModelChoice(parts.scorer, DiskShelf(), parts.database.settings, parts.settings.bundle)


def admin_works(parts: Parts, model_is_there: asyncio.Future[Any]) -> Mapping[TaskKind, TaskWork]:
    """How the admins' long work is done."""
    bot, locales, database = parts.bot, parts.locales, parts.database
    store, shelf = database.tasks, DiskShelf()
    folder = database.keeper.path.parent / EXPORTS
    back_up = BackUp(database.keeper, database.settings, database.clock)
    export_all = ExportAll(database.archive, folder, database.clock)
    compare_models = CompareModels(parts.scorer, shelf, database.archive)
    for_admins: Mapping[TaskKind, TaskWork] = {
        "backup": BackupWork(bot, store, back_up, locales),
        "export": ExportWork(bot, store, export_all, locales),
        "model": ModelWork(bot, store, parts.scorer, shelf, model_choice(parts), locales),
        "compare_models": CompareModelsWork(bot, store, model_is_there, compare_models, locales),
    }
    people, settings = database.people, parts.settings
    return {
        "broadcast": BroadcastWork(bot, store, database.broadcasts, people, locales),
        **{
            kind: AdminsOnly(work, bot, store, people, settings, locales)
            for kind, work in for_admins.items()
        },
    }
