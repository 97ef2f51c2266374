"""Made-up people who send resumes one after another and wait, as people do."""

import asyncio
from dataclasses import dataclass, field

from sandbox.client import SandboxClient
from sandbox.talk import ChatMessage
from tests.e2e.chatting import Chat

SCORE_BUTTON = "Оценить"
FINAL_WORDS = "из 100"
_LOOK_EVERY_SECONDS = 0.5
_TAP_AGAIN_SECONDS = 20.0
_FIRST_ID = 70_000


@dataclass
class Submission:
    """One resume; its marker is a word of its position, so every message about it has it."""

    marker: str
    user_id: int
    card_seen: bool = False
    finals: int = 0
    refusals: list[str] = field(default_factory=list)

    @property
    def has_one_end(self) -> bool:
        return self.finals + len(self.refusals) == 1


def resume_text(marker: str, number: int) -> bytes:
    years = 1 + number % 9
    return (
        f"Желаемая должность: Инженер {marker}\n"
        f"Возраст: {24 + number % 30} года\nГород: Томск\n\n"
        f"Опыт работы\n{2023 - years}.01 - 2023.12: Инженер, ООО «Маяк»\n"
        "Вёл отчёты и проверял данные\n\nКлючевые навыки: SQL, Python, Excel\n"
    ).encode()


class Sender:
    """One person with a row of resumes to send."""

    def __init__(self, client: SandboxClient, number: int, patience_seconds: float) -> None:
        self._client = client
        self._patience_seconds = patience_seconds
        self.user_id = _FIRST_ID + number
        self._chat = Chat(client, self.user_id, "ru")
        self.submissions: list[Submission] = []

    async def settles(self) -> None:
        await self._chat.settles()

    async def sends(self, count: int) -> None:
        for number in range(count):
            submission = Submission(f"марк{self.user_id}х{number}й", self.user_id)
            self.submissions.append(submission)
            await self._submits(submission, number)

    async def _submits(self, submission: Submission, number: int) -> None:
        sent = await self._client.send_file(
            resume_text(submission.marker, number),
            f"{submission.marker}.txt",
            self.user_id,
            "ru",
        )
        deadline = asyncio.get_running_loop().time() + self._patience_seconds
        tapped_at = 0.0
        while asyncio.get_running_loop().time() < deadline:
            messages = await self._messages(sent.message_id)
            if ends_of(messages, submission.marker):
                return
            card = next((m for m in messages if _is_card(m, submission.marker)), None)
            now = asyncio.get_running_loop().time()
            if card is not None and now - tapped_at > _TAP_AGAIN_SECONDS:
                submission.card_seen, tapped_at = True, now
                await self._taps(card)
            await asyncio.sleep(_LOOK_EVERY_SECONDS)

    async def _taps(self, card: ChatMessage) -> None:
        try:
            await self._client.tap(card.message_id, SCORE_BUTTON, self.user_id, wait_seconds=0)
        except Exception as error:
            if "button" not in str(error).lower():
                raise

    async def _messages(self, after: int) -> list[ChatMessage]:
        messages = await self._client.messages(self.user_id)
        return [m for m in messages if m.from_bot and m.message_id > after and not m.is_deleted]

    async def counts(self) -> None:
        """Looks at the whole chat once more, when all is quiet."""
        messages = await self._messages(0)
        for submission in self.submissions:
            ends = ends_of(messages, submission.marker)
            submission.finals = sum(FINAL_WORDS in message.text for message in ends)
            submission.refusals = [m.text for m in ends if FINAL_WORDS not in m.text]


def ends_of(messages: list[ChatMessage], marker: str) -> list[ChatMessage]:
    """The messages that end this resume: a scored answer, or an error that names its file."""
    return [
        message
        for message in messages
        if marker in message.text and (_is_final(message) or _is_refusal(message))
    ]


def _is_final(message: ChatMessage) -> bool:
    return FINAL_WORDS in message.text and not _is_card_text(message)


def _is_refusal(message: ChatMessage) -> bool:
    return message.text.startswith(("😕", "🛑", "📡", "🔧", "⌛", "😳"))


def _is_card(message: ChatMessage, marker: str) -> bool:
    return marker in message.text and message.find_button(SCORE_BUTTON) is not None


def _is_card_text(message: ChatMessage) -> bool:
    return "Вот что я прочитал" in message.text
