"""A person in the sandbox, whose steps wait for the bot's answers."""

from pathlib import Path

from sandbox.client import SandboxClient
from sandbox.talk import ChatMessage

PATIENCE_SECONDS = 30.0
_AGREE = {"ru": "Согласен", "en": "I agree"}
_ROLES = {
    ("ru", "recruiter"): "Я рекрутер",
    ("ru", "candidate"): "Я кандидат",
    ("en", "recruiter"): "I'm a recruiter",
    ("en", "candidate"): "I'm a candidate",
}
_READY = {"ru": "Можно начинать", "en": "You can begin"}


class Chat:
    """One person's chat; each step returns the bot's message that came of it.

    A step looks for words: in a message that is new since the step, or edited by it. With
    `group` the person talks there instead of in the own chat. Before the first step the person
    agrees and chooses the role, unless `is_newcomer`.
    """

    def __init__(
        self,
        client: SandboxClient,
        user_id: int,
        language: str = "ru",
        group: int | None = None,
        *,
        role: str = "recruiter",
        is_newcomer: bool = False,
    ) -> None:
        self._client = client
        self.user_id = user_id
        self._language = language
        self._group = group
        self._role = role
        self._is_settled = is_newcomer or group is not None

    @property
    def chat_id(self) -> int:
        return self._group or self.user_id

    def in_group(self, group: int) -> "Chat":
        """The same person in a group."""
        return Chat(self._client, self.user_id, self._language, group)

    async def settles(self) -> None:
        """Goes through first contact, once."""
        if self._is_settled:
            return
        self._is_settled = True
        agree, role = _AGREE[self._language], _ROLES[self._language, self._role]
        asked = await self.starts("")
        if asked.find_button(agree):
            asked = await self.taps(asked, agree, role)
        if asked.find_button(role):
            await self.taps(asked, role, _READY[self._language])

    async def starts(self, payload: str, *words: str) -> ChatMessage:
        """Presses START, of a deep link where there is a payload."""
        await self.settles()
        sent = await self._client.start(payload, self.user_id, self._language)
        return await self.sees(*words, after=sent.message_id)

    async def says(
        self, text: str, *words: str, reply_to: ChatMessage | None = None
    ) -> ChatMessage:
        await self.settles()
        sent = await self._client.send_text(
            text,
            self.user_id,
            self._language,
            chat_id=self._group,
            reply_to_message_id=reply_to.message_id if reply_to else None,
        )
        return await self.sees(*words, after=sent.message_id)

    async def sends(self, file: Path | bytes, *words: str, name: str | None = None) -> ChatMessage:
        await self.settles()
        sent = await self._client.send_file(
            file, name, self.user_id, self._language, chat_id=self._group
        )
        return await self.sees(*words, after=sent.message_id)

    async def taps(self, message: ChatMessage, button: str, *words: str) -> ChatMessage:
        """The answer is this message, edited, or a later one."""
        await self._client.tap(message.message_id, button, self.user_id, chat_id=self._group)
        return await self.sees(*words, after=message.message_id - 1)

    async def toast(self, message: ChatMessage, button: str) -> str:
        """Taps and returns what the bot shows for a moment, or in an alert."""
        answer = await self._client.tap(
            message.message_id, button, self.user_id, chat_id=self._group
        )
        return answer.text

    async def sees(self, *words: str, after: int = 0) -> ChatMessage:
        return await self._client.wait_for_message(
            lambda message: all(one in _as_seen(message) for one in words),
            PATIENCE_SECONDS,
            self.chat_id,
            after=after,
            what=f"a message with {words}",
        )

    async def bot_messages(self) -> list[ChatMessage]:
        return [one for one in await self._client.messages(self.chat_id) if one.from_bot]


def _as_seen(message: ChatMessage) -> str:
    return "\n".join([message.text, *(button.text for button in message.all_buttons())])
