"""People who do one thing each, all at once."""

import asyncio
import random
import time
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from bot.consent import VERSION
from sandbox.client import SandboxClient
from sandbox.talk import ChatMessage
from storage.database import open_database
from tests.load.watching import ChatEyes

SCORE_BUTTON = "Оценить"
FINAL_WORDS = "из 100"
QUEUE_FULL = "слишком много резюме"
_PATIENCE_SECONDS = 1800.0
_BETWEEN_TRIES_SECONDS = 20.0
_YEARS = range(2022, 2004, -2)
_DUTIES = (
    "Вёл отчёты о продажах и проверял данные, которые приходили от складов и магазинов. "
    "Перенёс расчёт остатков с таблиц на базу данных, написал выгрузки и описал их. "
    "Учил новых сотрудников, отвечал на вопросы бухгалтерии и готовил сводки для руководителя. "
    "Нашёл и исправил ошибки в прогнозе спроса, после чего списания сократились на треть."
)
"""Nine jobs of this make about two pages, as long as most resumes are."""
_names = count(1)


async def settle(url: str, user_ids: Sequence[int]) -> None:
    """Has these people agreed to all, as recruiters; the bot must not run."""
    database = await open_database(url)
    for user_id in user_ids:
        await database.people.meet(user_id)
        await database.people.set_role(user_id, "recruiter")
        for kind in ("processing", "candidates"):
            await database.people.agree(
                user_id, kind, version=VERSION, text_sha256="0" * 64, language="ru"
            )
    await database.close()


async def send_texts(client: SandboxClient, user_ids: Sequence[int], each: int) -> float:
    """Messages answered a second: everybody writes `each` texts, each after the last answer."""

    async def talk(user_id: int) -> None:
        for number in range(each):
            sent = await client.send_text(f"привет {number}", user_id)
            await client.wait_for_message(
                lambda message: message.from_bot,
                _PATIENCE_SECONDS,
                user_id,
                after=sent.message_id,
                what="an answer",
            )

    started = time.monotonic()
    await asyncio.gather(*(talk(user_id) for user_id in user_ids))
    return len(user_ids) * each / (time.monotonic() - started)


class Applicant:
    """Sends a file, looks at a field and back, has it scored, and waits for the answer.

    Who is told that the queue is full tries again after a while, as people are asked to.
    """

    def __init__(self, client: SandboxClient, eyes: ChatEyes, user_id: int) -> None:
        self._client = client
        self._eyes = eyes
        self._user_id = user_id
        self.refusals = 0

    async def apply(self, begin_within_seconds: float = 0) -> None:
        await asyncio.sleep(random.random() * begin_within_seconds)
        marker = f"очередь{next(_names)}й"
        card = await self._send(marker)
        await self._tap(card, "Город")
        question, _ = await self._sees("В каком городе", marker="", after=card.message_id - 1)
        await self._tap(question, "К карточке")
        card, _ = await self._sees(SCORE_BUTTON, marker=marker, after=card.message_id - 1)
        await self._have_scored(card, marker)

    async def _send(self, marker: str) -> ChatMessage:
        while True:
            sent = await self._client.send_file(_resume(marker), f"{marker}.txt", self._user_id)
            seen, word = await self._sees(
                SCORE_BUTTON, QUEUE_FULL, marker="", after=sent.message_id
            )
            if word == SCORE_BUTTON:
                return seen
            await self._waits()

    async def _have_scored(self, card: ChatMessage, marker: str) -> None:
        while True:
            after = self._eyes.last_id(self._user_id)
            await self._tap(card, SCORE_BUTTON)
            answer = self._sees(FINAL_WORDS, marker=marker, after=card.message_id - 1)
            refusal = self._sees(QUEUE_FULL, marker="", after=after)
            if await _first_of(answer, refusal) == FINAL_WORDS:
                return
            await self._waits()

    async def _waits(self) -> None:
        self.refusals += 1
        await asyncio.sleep(_BETWEEN_TRIES_SECONDS * (0.5 + random.random()))

    async def _tap(self, message: ChatMessage, button: str) -> None:
        await self._client.tap(message.message_id, button, self._user_id)

    async def _sees(self, *words: str, marker: str, after: int) -> tuple[ChatMessage, str]:
        return await self._eyes.see(
            self._user_id, *words, marker=marker, after=after, within_seconds=_PATIENCE_SECONDS
        )


async def _first_of(*seeing: Any) -> str:
    """The word that was seen first."""
    tasks = [asyncio.ensure_future(one) for one in seeing]
    done, late = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    return str(done.pop().result()[1])


def resume_fields(marker: str) -> Mapping[str, Any]:
    """What is to be read out of `_resume`."""
    jobs = [
        {
            "start": f"{year}-01",
            "end": f"{year + 1}-12",
            "company": "ООО «Маяк»",
            "position": "Инженер",
            "description": _DUTIES,
        }
        for year in _YEARS
    ]
    return {
        "position": f"Инженер {marker}",
        "age": 40,
        "city": "Томск",
        "key_skills": ["SQL", "Python", "Excel"],
        "work_experience": jobs,
    }


def _resume(marker: str) -> bytes:
    jobs = "\n".join(
        f"{year}.01 - {year + 1}.12: Инженер, ООО «Маяк»\n{_DUTIES}" for year in _YEARS
    )
    return (
        f"Желаемая должность: Инженер {marker}\nВозраст: 40 лет\nГород: Томск\n\n"
        f"Опыт работы\n{jobs}\n\nКлючевые навыки: SQL, Python, Excel\n"
    ).encode()
