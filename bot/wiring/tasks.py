"""The runner of stored tasks, with all that does them."""

import asyncio
from typing import Final

from bot.admin_news import AdminNews
from bot.operations.metered import MeteredWork
from bot.operations.metrics import Metrics
from bot.pace import Pace
from bot.tasks.runner import TaskRunner
from bot.tasks.voice import StatusVoice
from bot.wiring.batches import batch_voice
from bot.wiring.parts import WorkParts
from bot.wiring.works import AT_ONCE, task_works
from domain.work import NewTask, Task
from usecases.score_resume import ScoreResume

_HOUR_SECONDS: Final = 3600.0


def create_task_runner(
    parts: WorkParts,
    score_resume: asyncio.Future[ScoreResume],
    metrics: Metrics,
    admin_news: AdminNews,
) -> TaskRunner:
    """`score_resume` comes true when the model is loaded."""

    async def accept(new: NewTask) -> Task | None:
        """Some tasks make others."""
        return await runner.accept(new)

    works = task_works(parts, score_resume, accept)
    metered = {kind: MeteredWork(work, metrics) for kind, work in works.items()}
    voice = batch_voice(parts, StatusVoice(parts.bot, parts.door, parts.locales, admin_news))
    settings = parts.settings
    limits = (settings.files_per_person, Pace(settings.files_per_hour, _HOUR_SECONDS))
    runner = TaskRunner(parts.database.tasks, voice, metered, AT_ONCE, *limits)
    return runner
