"""How each kind of stored task is done, and how many at once."""

import asyncio
from collections.abc import Mapping
from typing import Final

from bot.tasks.download import MAX_FILE_BYTES
from bot.tasks.read_file import ReadFileWork
from bot.tasks.runner import TaskWork
from bot.tasks.score import ScoreWork
from bot.wiring.answers import answer_sender
from bot.wiring.insights import insight_work
from bot.wiring.parts import WorkParts
from domain.work import TaskKind
from usecases.read_resume_file import ReadResumeFile
from usecases.score_resume import ScoreResume

SCORES_AT_ONCE: Final = 64
"""They wait in the model's queue, not here; it is as long."""
AT_ONCE: Final[Mapping[TaskKind, int]] = {"read_file": 4, "score": SCORES_AT_ONCE, "insight": 2}


def task_works(
    parts: WorkParts, score_resume: asyncio.Future[ScoreResume]
) -> Mapping[TaskKind, TaskWork]:
    """`score_resume` comes true when the model is loaded."""
    bot, locales, store = parts.bot, parts.locales, parts.database.tasks
    send_answer = answer_sender(parts)
    read_resume_file = ReadResumeFile(parts.reader, MAX_FILE_BYTES)
    return {
        "read_file": ReadFileWork(bot, store, read_resume_file, parts.door, locales),
        "score": ScoreWork(bot, store, score_resume, locales, send_answer),
        "insight": insight_work(parts, score_resume),
    }
