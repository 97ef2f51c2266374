"""The task of scoring a card: its message becomes the answer."""

import asyncio
from collections.abc import Mapping

from aiogram import Bot
from pydantic import JsonValue

from bot.i18n import Html, Locales, Translator
from bot.operations.requests import REQUEST
from bot.tasks.chat_action import acting
from bot.tasks.payloads import DraftToScore
from bot.tasks.status import StatusMessage, scoring_status, seconds_between_places
from bot.tasks.working_off import TaskWork
from domain.errors import QueueFullError
from domain.ports import TaskStore
from domain.work import Task
from usecases.score_resume import ScoreResume

_QUEUE_PAUSE_SECONDS = 1.0


class ScoreWork:
    """Implements bot.tasks.working_off.TaskWork.

    In one transaction the score enters the history and the task becomes one that owes an answer:
    a crash after it leaves that for the next start.
    """

    def __init__(
        self,
        bot: Bot,
        store: TaskStore,
        score_resume: asyncio.Future[ScoreResume],
        locales: Locales,
        answer: TaskWork,
    ) -> None:
        self._bot = bot
        self._store = store
        self._score_resume = score_resume
        self._locales = locales
        self._answer = answer

    async def run(self, task: Task) -> None:
        await self._score(task)
        owing = await self._store.find_unfinished(task.id)
        if owing is not None:  # else deleted with its person
            await self._answer.run(owing)

    async def _score(self, task: Task) -> None:
        wanted = DraftToScore.model_validate(task.payload)
        submission = wanted.draft.submission(wanted.hidden)
        progress = _Progress(self._bot, self._store, task, self._locales[task.locale])
        if not self._score_resume.done():
            await progress.model_is_loading()
        async with acting(self._bot, task.chat_id):
            score_resume = await asyncio.shield(self._score_resume)
            while True:
                try:
                    await score_resume(task, submission, _owed(task), progress.on_queue_position)
                    return
                except QueueFullError:
                    await asyncio.sleep(_QUEUE_PAUSE_SECONDS)


def _owed(task: Task) -> Mapping[str, JsonValue]:
    """What an answer needs of the task besides the history row: neither holds a resume."""
    return {name: task.payload[name] for name in ("origin", REQUEST) if name in task.payload}


class _Progress:
    """Tells the place in the queue, and counts the attempt when it is over.

    Waiting can't crash the process, so only what is being scored is an attempt.
    """

    def __init__(self, bot: Bot, store: TaskStore, task: Task, translator: Translator) -> None:
        self._store = store
        self._task = task
        self._translator = translator
        self._status = StatusMessage(bot, task)
        self._is_started = False
        self._is_waiting_told = False

    async def model_is_loading(self) -> None:
        self._is_waiting_told = True
        await self._status.show(self._text(self._translator.html("status-model-loading")))

    async def on_queue_position(self, ahead: int) -> None:
        if ahead > 0:
            self._is_waiting_told = True
            line = self._translator.html("status-queue", ahead=ahead)
            await self._status.progress(self._text(line), seconds_between_places(ahead))
        elif not self._is_started:
            self._is_started = True
            if self._is_waiting_told:
                await self._status.show(self._text(self._translator.html("status-scoring")))
            await self._store.start(self._task.id)

    def _text(self, line: Html) -> Html:
        return scoring_status(self._translator, self._task, line)
