"""The task of finding an insight; its status message becomes the answer."""

import asyncio
from typing import Any, Final

from aiogram import Bot
from pydantic import BaseModel, ConfigDict

from bot.i18n import Html, Locales, Translator
from bot.replies.insights import improvements_text, interview_text
from bot.tasks.chat_action import acting
from bot.tasks.status import StatusMessage
from domain.analysis import Analysis
from domain.errors import QueueFullError
from domain.insight import InsightKind
from domain.ports import TaskStore
from domain.work import Task
from usecases.find_insight import FindImprovements, FindInterview
from usecases.open_analysis import OpenAnalysis

_QUEUE_PAUSE_SECONDS: Final = 1.0


class InsightToFind(BaseModel):
    """`origin` is the tap that asked."""

    model_config = ConfigDict(frozen=True)

    origin: str
    analysis_id: int
    insight: InsightKind


class InsightWork:
    """A bot.tasks.working_off.TaskWork. `model_is_there` is done when a model is loaded."""

    def __init__(
        self,
        bot: Bot,
        store: TaskStore,
        model_is_there: asyncio.Future[Any],
        locales: Locales,
        open_analysis: OpenAnalysis,
        find_improvements: FindImprovements,
        find_interview: FindInterview,
    ) -> None:
        self._bot = bot
        self._store = store
        self._model_is_there = model_is_there
        self._locales = locales
        self._open_analysis = open_analysis
        self._find_improvements = find_improvements
        self._find_interview = find_interview

    async def run(self, task: Task) -> None:
        """Raises AnalysisNotFoundError where the analysis was deleted since the tap."""
        wanted = InsightToFind.model_validate(task.payload)
        translator = self._locales[task.locale]
        status = StatusMessage(self._bot, task)
        if not self._model_is_there.done():
            await status.show(translator.html("insight-loading"))
        await asyncio.shield(self._model_is_there)
        await self._store.start(task.id)
        analysis = await self._open_analysis(task.user_id, wanted.analysis_id)
        async with acting(self._bot, task.chat_id):
            text = await self._find(translator, wanted.insight, analysis)
        await status.show(text)
        await self._store.finish(task.id, "done")

    async def _find(self, translator: Translator, kind: InsightKind, analysis: Analysis) -> Html:
        while True:
            try:
                if kind == "raise":
                    return improvements_text(translator, await self._find_improvements(analysis))
                return interview_text(translator, await self._find_interview(analysis))
            except QueueFullError:
                await asyncio.sleep(_QUEUE_PAUSE_SECONDS)
