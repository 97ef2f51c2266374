"""How each kind of stored task is done, and how many at once."""

import asyncio
from collections.abc import Mapping
from typing import Final

from bot.tasks.answer import AnswerWork
from bot.tasks.batch_accepting import AcceptTask
from bot.tasks.batch_files import IsolatedContainers
from bot.tasks.download import MAX_FILE_BYTES
from bot.tasks.read_file import ReadFileWork
from bot.tasks.score import ScoreWork
from bot.tasks.working_off import TaskWork
from bot.wiring.admin import admin_works
from bot.wiring.answers import answer_sender
from bot.wiring.batches import BATCH_TASKS_AT_ONCE, batch_take_over, batch_work
from bot.wiring.figures import figures_work
from bot.wiring.insights import insight_work
from bot.wiring.parts import WorkParts
from bot.wiring.recruiting import compare_work
from domain.work import TaskKind
from usecases.read_resume_file import ReadResumeFile
from usecases.score_resume import ScoreResume

SCORES_AT_ONCE: Final = 64
"""They wait in the model's queue, not here; it is as long."""
AT_ONCE: Final[Mapping[TaskKind, int]] = {
    "batch": BATCH_TASKS_AT_ONCE,
    # Few: what is read or told together keeps the event loop from those who tap meanwhile, and
    # goes no faster for it.
    "read_file": 3,
    "score": SCORES_AT_ONCE,
    "answer": 3,
    "insight": 2,
    "figure": 1,
    "compare": 2,
    "broadcast": 1,
    "export": 1,
    "backup": 1,
    "model": 1,
    "compare_models": 1,
}


def task_works(
    parts: WorkParts, score_resume: asyncio.Future[ScoreResume], accept: AcceptTask
) -> Mapping[TaskKind, TaskWork]:
    """`score_resume` comes true when the model is loaded; `accept` is the task runner's."""
    bot, locales, store = parts.bot, parts.locales, parts.database.tasks
    answer = AnswerWork(bot, store, locales, answer_sender(parts))
    containers = IsolatedContainers(parts.reader)
    read_resume_file = ReadResumeFile(parts.reader, MAX_FILE_BYTES, containers)
    many = batch_take_over(parts, accept)
    single = ReadFileWork(bot, store, read_resume_file, parts.door, locales, many)
    read_alone = ReadResumeFile(parts.reader, MAX_FILE_BYTES)
    lone = ReadFileWork(bot, store, read_alone, parts.door, locales)
    return {
        "read_file": single,
        "batch": batch_work(parts, lone, score_resume),
        "score": ScoreWork(bot, store, score_resume, locales, answer),
        "answer": answer,
        "insight": insight_work(parts, score_resume),
        "figure": figures_work(parts, score_resume),
        "compare": compare_work(parts, score_resume),
        **admin_works(parts, score_resume),
    }
