"""The parts of statistics, audit and calibration."""

import asyncio
from typing import Any

from bot.drawing_figures import Figures
from bot.tasks.admins_only import AdminsOnly
from bot.tasks.figures import FiguresWork, is_for_admins
from bot.tasks.working_off import TaskWork
from bot.wiring.parts import WorkParts
from usecases.audit_fairness import AuditFairness
from usecases.calibrate_verdicts import CalibrateVerdicts
from usecases.gather_statistics import GatherStatistics
from usecases.swap_fairness import SwapFairness


def figures_work(parts: WorkParts, model_is_there: asyncio.Future[Any]) -> TaskWork:
    database = parts.database
    figures = Figures(
        database.admin_acts,
        parts.scorer,
        model_is_there,
        database.clock,
        gather_statistics=GatherStatistics(database.measurements),
        audit_fairness=AuditFairness(database.measurements),
        swap_fairness=SwapFairness(database.measurements, parts.scorer),
        calibrate_verdicts=CalibrateVerdicts(database.verdicts),
    )
    bot, store, locales = parts.bot, database.tasks, parts.locales
    work = FiguresWork(bot, store, locales, figures.by_name())
    return AdminsOnly(work, bot, store, database.people, parts.settings, locales, is_for_admins)
