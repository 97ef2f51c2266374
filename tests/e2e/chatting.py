"""A person in the sandbox, whose steps wait for the bot's answers."""

from pathlib import Path

from sandbox.client import SandboxClient
from sandbox.talk import ChatMessage

PATIENCE_SECONDS = 30.0


class Chat:
    """One person's chat; each step returns the bot's message that came of it.

    A step looks for words: in a message that is new since the step, or edited by it.
    """

    def __init__(self, client: SandboxClient, user_id: int, language: str = "ru") -> None:
        self._client = client
        self.user_id = user_id
        self._language = language

    async def says(self, text: str, *words: str) -> ChatMessage:
        sent = await self._client.send_text(text, self.user_id, self._language)
        return await self.sees(*words, after=sent.message_id)

    async def sends(self, file: Path | bytes, *words: str, name: str | None = None) -> ChatMessage:
        sent = await self._client.send_file(file, name, self.user_id, self._language)
        return await self.sees(*words, after=sent.message_id)

    async def taps(self, message: ChatMessage, button: str, *words: str) -> ChatMessage:
        """The answer is this message, edited, or a later one."""
        await self._client.tap(message.message_id, button, self.user_id)
        return await self.sees(*words, after=message.message_id - 1)

    async def sees(self, *words: str, after: int = 0) -> ChatMessage:
        return await self._client.wait_for_message(
            lambda message: all(one in _as_seen(message) for one in words),
            PATIENCE_SECONDS,
            self.user_id,
            after=after,
            what=f"a message with {words}",
        )

    async def bot_messages(self) -> list[ChatMessage]:
        return [one for one in await self._client.messages(self.user_id) if one.from_bot]


def _as_seen(message: ChatMessage) -> str:
    return "\n".join([message.text, *(button.text for button in message.all_buttons())])
