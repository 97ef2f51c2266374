"""The parts of batches."""

import asyncio
from collections.abc import Mapping
from typing import Any, Final

from bot.tasks.batch import BatchParts, BatchWork
from bot.tasks.batch_accepting import AcceptTask, BatchTakeOver
from bot.tasks.batch_files import IsolatedContainers, TelegramFiles
from bot.tasks.batch_voice import BatchVoice
from bot.tasks.working_off import TaskVoice, TaskWork
from bot.wiring.parts import Parts, WorkParts
from usecases.batches.collect import CollectBatch
from usecases.batches.open import OpenBatch
from usecases.batches.read import ReadBatch
from usecases.batches.result import OpenBatchResult
from usecases.batches.score import ScoreBatch
from usecases.score_resume import ScoreResume

BATCH_TASKS_AT_ONCE: Final = 64
"""Most only wait for the rest of an album; how many are worked on is BatchWork's own bound."""
_READERS_OF_BATCHES: Final = 1
_SCORES_OF_BATCHES: Final = 8
"""Of the model's queue: a single resume waits for no more than these."""


def provide_batches(parts: Parts) -> Mapping[str, Any]:
    return {
        "batches": parts.database.batches,
        "collect_batch": CollectBatch(parts.database.batches),
        "open_batch_result": _open_result(parts),
    }


def batch_work(
    parts: WorkParts, single: TaskWork, model: "asyncio.Future[ScoreResume]"
) -> BatchWork:
    """`single` does the task of one file alone; `model` comes true when there is one."""
    database = parts.database
    batches = database.batches
    readers = asyncio.Semaphore(_READERS_OF_BATCHES)
    scores = asyncio.Semaphore(_SCORES_OF_BATCHES)
    return BatchWork(
        BatchParts(
            bot=parts.bot,
            locales=parts.locales,
            tasks=database.tasks,
            batches=batches,
            people=database.people,
            files=TelegramFiles(parts.bot),
            containers=IsolatedContainers(parts.reader),
            single=single,
            open_batch=OpenBatch(batches),
            read_batch=ReadBatch(batches, parts.reader, readers),
            score_batch=ScoreBatch(batches, database.vacancies, parts.scorer, scores),
            open_result=_open_result(parts),
            model=model,
        )
    )


def batch_take_over(parts: Parts, accept: AcceptTask) -> BatchTakeOver:
    return BatchTakeOver(parts.database.batches, parts.database.people, accept)


def batch_voice(parts: Parts, others: TaskVoice) -> BatchVoice:
    database = parts.database
    return BatchVoice(others, parts.bot, parts.locales, database.batches, _open_result(parts))


def _open_result(parts: Parts) -> OpenBatchResult:
    database = parts.database
    return OpenBatchResult(database.batches, database.vacancies, database.people)
