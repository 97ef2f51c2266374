"""People who send parcels and wait for the answer to each."""

import asyncio
import time
from dataclasses import dataclass
from typing import Final

from bot.i18n import Locales
from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from sandbox.telegram.formatted_text import FormattedText
from sandbox.telegram.messages import Content, Message, SendingOptions
from tests.e2e.chatting import Chat
from tests.hostile.parcels import Parcel

_LOOK_EVERY_SECONDS: Final = 0.02


@dataclass(frozen=True)
class Delivery:
    """`seconds` is None where no answer came."""

    parcel: Parcel
    seconds: float | None
    answer: str


class Stranger:
    """One person; sends in the same process as the sandbox, past what its door would refuse."""

    def __init__(self, server: SandboxServer, client: SandboxClient, user_id: int) -> None:
        self._telegram = server.telegram
        self._chat = Chat(client, user_id, "ru")
        self.user_id = user_id

    async def settles(self) -> None:
        await self._chat.settles()

    async def sends(self, parcel: Parcel, patience_seconds: float) -> Delivery:
        """Waits until a message tells the end: a card, a table or an error."""
        person = await self._telegram.meet(self.user_id)
        chat = self._telegram.chats[self.user_id]
        file = self._telegram.files.add_document(
            parcel.content, parcel.file_name, parcel.media_type
        )
        content = Content(FormattedText(parcel.caption), file)
        sent = await self._telegram.say(chat, person, content, SendingOptions())
        started = time.monotonic()
        while (seconds := time.monotonic() - started) < patience_seconds:
            told = [one for one in chat.messages.values() if one.message_id > sent.message_id]
            for message in told:
                if message.is_from_bot and not message.is_deleted and is_end(message):
                    return Delivery(parcel, seconds, message.content.text.text)
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
        return Delivery(parcel, None, "")


def is_end(message: Message) -> bool:
    """No word of work that is still under way; a bell that rings for a batch is none either."""
    return not message.content.text.text.startswith(UNDER_WAY)


def _under_way() -> tuple[str, ...]:
    translator = Locales()["ru"]
    reading = translator.plain("status-reading", name="#").partition("#")[0]
    bell = translator.plain("batch-ready", failed=0, count=1).partition(":")[0]
    keys = ("status-parsing", "batch-collecting", "batch-ready-none")
    return (reading, bell, "📦 Пакет", *(translator.plain(key) for key in keys))


UNDER_WAY: Final = _under_way()
