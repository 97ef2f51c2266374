"""The task of scoring a few analyses alike and setting them side by side."""

import asyncio
from collections.abc import Sequence
from typing import Protocol

from aiogram import Bot

from bot.comparing import ComparisonSender
from bot.i18n import Locales
from bot.tasks.rescoring import AlikeToScore
from bot.tasks.status import StatusMessage
from domain.analysis import Analysis
from domain.errors import QueueFullError
from domain.fields import FieldName
from domain.ports import PeopleRepository, TaskStore
from domain.work import Task

_QUEUE_PAUSE_SECONDS = 1.0


class AlikeScoring(Protocol):
    """What usecases.score_alike.ScoreAlike does."""

    async def __call__(
        self, user_id: int, analysis_ids: Sequence[int], hidden: tuple[FieldName, ...]
    ) -> Sequence[Analysis]: ...


class CompareWork:
    """A bot.tasks.working_off.TaskWork. Done again after a crash, it makes no second row."""

    def __init__(
        self,
        bot: Bot,
        store: TaskStore,
        people: PeopleRepository,
        score_alike: AlikeScoring,
        model_is_loaded: asyncio.Future[object],
        send_comparison: ComparisonSender,
        locales: Locales,
    ) -> None:
        self._bot = bot
        self._store = store
        self._people = people
        self._score_alike = score_alike
        self._model_is_loaded = model_is_loaded
        self._send_comparison = send_comparison
        self._locales = locales

    async def run(self, task: Task) -> None:
        wanted = AlikeToScore.model_validate(task.payload)
        await asyncio.shield(self._model_is_loaded)
        await self._store.start(task.id)
        ids = await self._alike_ids(task.user_id, wanted)
        translator = self._locales[task.locale]
        person = await self._people.meet(task.user_id)
        await self._send_comparison(person, task.chat_id, translator, ids)
        await self._store.finish(task.id, "done")
        await StatusMessage(self._bot, task).show(translator.html("compare-scored"))

    async def _alike_ids(self, user_id: int, wanted: AlikeToScore) -> list[int]:
        while True:
            try:
                alike = await self._score_alike(user_id, wanted.analysis_ids, wanted.hidden)
            except QueueFullError:
                await asyncio.sleep(_QUEUE_PAUSE_SECONDS)
            else:
                return [one.id for one in alike]
