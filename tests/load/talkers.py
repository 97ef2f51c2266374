"""People who do one thing each, all at once, and how long each waited."""

import asyncio
import time
from collections.abc import Sequence
from itertools import count

from sandbox.client import SandboxClient
from sandbox.talk import ChatMessage
from tests.e2e.chatting import Chat

SCORE_BUTTON = "Оценить"
FINAL_WORDS = "из 100"
_PATIENCE_SECONDS = 900.0
_LOOK_EVERY_SECONDS = 1.0
_names = count(1)


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


async def settle(client: SandboxClient, user_ids: Sequence[int]) -> None:
    await asyncio.gather(*(Chat(client, user_id).settles() for user_id in user_ids))


class Applicant:
    """Sends a file, taps what the card offers while others are scored, and waits for the score."""

    def __init__(self, client: SandboxClient, user_id: int) -> None:
        self._client = client
        self._user_id = user_id
        self.tap_seconds: list[float] = []

    async def apply(self) -> None:
        marker = f"очередь{next(_names)}й"
        name = f"{marker}.txt"
        sent = await self._client.send_file(_resume(marker), name, self._user_id)
        card = await self._sees(SCORE_BUTTON, marker, after=sent.message_id)
        question = await self._taps_until(card, "Город", "В каком городе")
        card = await self._taps_until(question, "К карточке", SCORE_BUTTON)
        await self._taps(card, SCORE_BUTTON)
        await self._sees(FINAL_WORDS, marker, after=sent.message_id)

    async def _taps_until(self, message: ChatMessage, button: str, words: str) -> ChatMessage:
        await self._taps(message, button)
        return await self._sees(words, "", after=message.message_id - 1)

    async def _taps(self, message: ChatMessage, button: str) -> None:
        started = time.monotonic()
        await self._client.tap(message.message_id, button, self._user_id)
        self.tap_seconds.append(time.monotonic() - started)

    async def _sees(self, words: str, marker: str, *, after: int) -> ChatMessage:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < deadline:
            for message in await self._client.messages(self._user_id):
                if message.from_bot and message.message_id > after and not message.is_deleted:
                    shown = "\n".join([message.text, *(b.text for b in message.all_buttons())])
                    if words in shown and marker in shown:
                        return message
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
        raise TimeoutError(f"{self._user_id}: no message with {words!r}")


def _resume(marker: str) -> bytes:
    return (
        f"Желаемая должность: Инженер {marker}\nВозраст: 30 лет\nГород: Томск\n\n"
        "Опыт работы\n2019.01 - 2023.12: Инженер, ООО «Маяк»\nВёл отчёты и проверял данные\n\n"
        "Ключевые навыки: SQL, Python, Excel\n"
    ).encode()
