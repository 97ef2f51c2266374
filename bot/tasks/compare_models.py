"""The task of comparing another model with the live one on the newest analyses."""

import asyncio
from typing import Any, Final

from aiogram import Bot
from aiogram.types import BufferedInputFile
from pydantic import BaseModel, JsonValue

from bot.i18n import Locales
from bot.replies.admin_models import bundle_error_text, comparison_text
from bot.tasks.status import StatusMessage
from domain.comparison import ModelComparison
from domain.errors import BundleError
from domain.ports import TaskStore
from domain.work import Task
from usecases.admin.compare_models import CompareModels
from usecases.admin.csv_table import csv_header, csv_rows

_COLUMNS: Final = ("analysis_id", "old_score", "new_score", "change", "old_rank", "new_rank")


class ModelToCompare(BaseModel):
    place: str
    count: int


class CompareModelsWork:
    """Implements bot.tasks.working_off.TaskWork. Nothing is stored but what is sent.

    `model_is_there` is done when a model is loaded: after a restart there is none at first.
    """

    def __init__(
        self,
        bot: Bot,
        store: TaskStore,
        model_is_there: asyncio.Future[Any],
        compare_models: CompareModels,
        locales: Locales,
    ) -> None:
        self._bot = bot
        self._store = store
        self._model_is_there = model_is_there
        self._compare_models = compare_models
        self._locales = locales

    async def run(self, task: Task) -> None:
        wanted = ModelToCompare.model_validate(task.payload)
        translator = self._locales[task.locale]
        status = StatusMessage(self._bot, task)
        await asyncio.shield(self._model_is_there)
        await self._store.start(task.id)

        async def tell(done: int, total: int) -> None:
            text = translator.html("admin-comparing", name=wanted.place, done=done, total=total)
            await status.progress(text)

        try:
            compared = await self._compare_models(wanted.place, wanted.count, tell)
        except BundleError as error:
            await self._store.finish(task.id, "failed", error=type(error).__name__)
            await status.show(bundle_error_text(translator, error))
            return
        table = BufferedInputFile(comparison_table(compared), f"compare-{compared.new.name}.csv")
        await status.show(comparison_text(translator, compared))
        await self._bot.send_document(task.chat_id, table)
        await self._store.finish(task.id, "done")


def comparison_table(compared: ModelComparison) -> bytes:
    """Whom the new model moves farthest comes first."""
    rows: list[dict[str, JsonValue]] = [
        {
            "analysis_id": one.analysis_id,
            "old_score": round(one.old, 2),
            "new_score": round(one.new, 2),
            "change": round(one.change, 2),
            "old_rank": one.old_rank,
            "new_rank": one.new_rank,
        }
        for one in sorted(compared.scored, key=lambda one: -abs(one.new_rank - one.old_rank))
    ]
    return csv_header(_COLUMNS) + csv_rows(_COLUMNS, rows)
