"""The task of scoring a card and answering with a new message, so that the phone rings."""

import asyncio
from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramServerError

from bot.answering import AnswerSender
from bot.i18n import Html, Locales, Translator
from bot.tasks.chat_action import acting
from bot.tasks.payloads import DraftToScore
from bot.tasks.runner import ANSWERS
from bot.tasks.status import StatusMessage, scoring_status
from domain.analysis import Analysis
from domain.errors import AnalysisNotFoundError, QueueFullError, StorageError, TaskClosedError
from domain.ports import TaskStore
from domain.work import NewTask, Task
from usecases.score_resume import ScoreResume

_QUEUE_PAUSE_SECONDS = 1.0


class ScoreWork:
    """Implements bot.tasks.runner.TaskWork.

    The history row and the end of the task are one transaction, so a crash between that and the
    answer would leave the person without one. A second task, stored before, carries the answer:
    where only it is left at the next start, it finds the row by the first task's id.
    """

    def __init__(
        self,
        bot: Bot,
        store: TaskStore,
        score_resume: asyncio.Future[ScoreResume],
        locales: Locales,
        send_answer: AnswerSender,
    ) -> None:
        self._bot = bot
        self._store = store
        self._score_resume = score_resume
        self._locales = locales
        self._send_answer = send_answer

    async def run(self, task: Task) -> None:
        wanted = DraftToScore.model_validate(task.payload)
        if wanted.answers is not None:
            await self._carry(task, wanted.answers)
            return
        carrier = await self._store.add(_carrier_of(task))
        try:
            analysis = await self._score(task)
            await self._answer(task, analysis)
        except (TelegramNetworkError, TelegramServerError, StorageError):
            raise  # the carrier stays for the next start
        except Exception:
            await self._store.finish(carrier.id, "failed")
            raise
        await self._store.finish(carrier.id, "done")

    async def _carry(self, task: Task, scored_task_id: int) -> None:
        try:
            analysis = await self._score(task.model_copy(update={"id": scored_task_id}))
        except TaskClosedError:
            pass  # cancelled, or deleted by the person since: nothing is owed
        else:
            # The status ends after the answer was sent: where it has, nothing is owed either.
            if await self._end_status(task):
                await self._send(task, analysis)
        await self._store.finish(task.id, "done")

    async def _answer(self, task: Task, analysis: Analysis) -> None:
        await self._send(task, analysis)
        await self._end_status(task)

    async def _send(self, task: Task, analysis: Analysis) -> None:
        with suppress(AnalysisNotFoundError):  # deleted by the person since: nothing is owed
            await self._send_answer(task.user_id, task.chat_id, task.locale, analysis.id)

    async def _end_status(self, task: Task) -> bool:
        translator = self._locales[task.locale]
        text = scoring_status(translator, task, translator.html("status-scored"))
        return await StatusMessage(self._bot, task).show(text)

    async def _score(self, task: Task) -> Analysis:
        wanted = DraftToScore.model_validate(task.payload)
        submission = wanted.draft.submission(wanted.hidden)
        progress = _Progress(self._bot, self._store, task, self._locales[task.locale])
        if not self._score_resume.done():
            await progress.model_is_loading()
        async with acting(self._bot, task.chat_id):
            score_resume = await asyncio.shield(self._score_resume)
            while True:
                try:
                    return await score_resume(task, submission, progress.on_queue_position)
                except QueueFullError:
                    await asyncio.sleep(_QUEUE_PAUSE_SECONDS)


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
            await self._status.progress(self._text(line))
        elif not self._is_started:
            self._is_started = True
            await self._store.start(self._task.id)
            if self._is_waiting_told:
                await self._status.show(self._text(self._translator.html("status-scoring")))

    def _text(self, line: Html) -> Html:
        return scoring_status(self._translator, self._task, line)


def _carrier_of(task: Task) -> NewTask:
    payload = {**task.payload, ANSWERS: task.id, "origin": f"answer:{task.id}"}
    return NewTask.model_validate(task.model_dump() | {"payload": payload})
