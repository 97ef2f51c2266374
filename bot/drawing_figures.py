"""What each figure is made of: its facts, its picture and its words."""

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.i18n import Translator
from bot.pictures.audit import draw_audit, draw_audit_pdf
from bot.pictures.calibration import draw_calibration
from bot.pictures.drawing import drawn
from bot.pictures.statistics import draw_statistics
from bot.replies.audit import audit_caption, audit_facts, audit_keyboard
from bot.replies.calibration import calibration_caption, calibration_facts, too_few_text
from bot.replies.statistics import statistics_caption, statistics_facts, statistics_keyboard
from bot.replies.swap import swap_text
from bot.tasks.figures import DrawFigure, Drawn, Figure, FigureToDraw
from domain.measurement import FairnessAudit
from domain.ports import AdminActLog, Scorer
from domain.work import Task
from storage.clock import Clock
from usecases.audit_fairness import AuditFairness
from usecases.calibrate_verdicts import CalibrateVerdicts
from usecases.gather_statistics import GatherStatistics
from usecases.swap_fairness import SwapFairness


class Figures:
    """Draws for one task at a time; what admins see is in the audit log before they see it."""

    def __init__(
        self,
        acts: AdminActLog,
        scorer: Scorer,
        model_is_there: asyncio.Future[Any],
        clock: Clock,
        *,
        gather_statistics: GatherStatistics,
        audit_fairness: AuditFairness,
        swap_fairness: SwapFairness,
        calibrate_verdicts: CalibrateVerdicts,
    ) -> None:
        self._acts = acts
        self._scorer = scorer
        self._model_is_there = model_is_there
        self._clock = clock
        self._gather_statistics = gather_statistics
        self._audit_fairness = audit_fairness
        self._swap_fairness = swap_fairness
        self._calibrate_verdicts = calibrate_verdicts

    def by_name(self) -> Mapping[Figure, DrawFigure]:
        return {
            "stats": self._statistics,
            "audit": self._audit,
            "audit_pdf": self._audit_pdf,
            "audit_swap": self._swap,
            "calibrate": self._calibration,
        }

    async def _statistics(self, translator: Translator, task: Task, wanted: FigureToDraw) -> Drawn:
        await self._acts.record(task.user_id, "stats", details={"period": wanted.period})
        found = await self._gather_statistics(wanted.period, self._clock())
        facts = statistics_facts(translator, found)
        return Drawn(
            text=statistics_caption(translator, found),
            picture=await drawn(draw_statistics, facts),
            file_name="statistics.png",
            keyboard=statistics_keyboard(translator, wanted.period),
        )

    async def _audit(self, translator: Translator, task: Task, _: FigureToDraw) -> Drawn:
        audit = await self._measured(task)
        facts = audit_facts(translator, audit)
        has_figures = audit.score is not None
        return Drawn(
            text=audit_caption(translator, audit),
            picture=await drawn(draw_audit, facts) if has_figures else None,
            file_name="audit.png",
            keyboard=audit_keyboard(translator),
        )

    async def _audit_pdf(self, translator: Translator, task: Task, _: FigureToDraw) -> Drawn:
        audit = await self._measured(task)
        facts = audit_facts(translator, audit)
        return Drawn(
            text=audit_caption(translator, audit),
            document=await drawn(draw_audit_pdf, facts),
            file_name=translator.plain("audit-pdf-name"),
        )

    async def _swap(self, translator: Translator, task: Task, _: FigureToDraw) -> Drawn:
        await asyncio.shield(self._model_is_there)
        await self._acts.record(task.user_id, "audit", details={"part": "swap"})
        return Drawn(swap_text(translator, await self._swap_fairness(self._scorer.identity)))

    async def _calibration(self, translator: Translator, task: Task, _: FigureToDraw) -> Drawn:
        found = await self._calibrate_verdicts(task.user_id)
        if not found.is_enough:
            return Drawn(too_few_text(translator, found))
        facts = calibration_facts(translator, found)
        return Drawn(
            text=calibration_caption(translator, found),
            picture=await drawn(draw_calibration, facts),
            file_name="calibration.png",
        )

    async def _measured(self, task: Task) -> FairnessAudit:
        await asyncio.shield(self._model_is_there)
        await self._acts.record(task.user_id, "audit")
        return await self._audit_fairness(self._scorer.identity)
