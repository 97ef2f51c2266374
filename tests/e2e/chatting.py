"""A person in the sandbox, whose steps wait for the bot's answers."""

from pathlib import Path

from sandbox.client import SandboxClient
from sandbox.talk import ChatMessage
from tests.e2e.words import AGREE, BEGIN, ROLES, SCORE, SCORED, Words, word

PATIENCE_SECONDS = 30.0


class Chat:
    """One person's chat; each step returns the bot's message that came of it.

    A step looks for words: in a message that is new since the step, or edited by it. They are
    given in both languages, and said and looked for in the person's. With `group` the person
    talks there instead of in the own chat. Before the first step the person agrees and chooses
    the role, unless `is_newcomer`.
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
        self.language = language
        self._group = group
        self._role = role
        self._is_settled = is_newcomer or group is not None

    @property
    def chat_id(self) -> int:
        return self._group or self.user_id

    def in_group(self, group: int) -> "Chat":
        """The same person in a group."""
        return Chat(self._client, self.user_id, self.language, group)

    def in_other_language(self) -> "Chat":
        """The same person, who has changed the language."""
        other = "en" if self.language == "ru" else "ru"
        return Chat(self._client, self.user_id, other, self._group, is_newcomer=True)

    def word(self, words: Words) -> str:
        """In the person's language."""
        return word(words, self.language)

    async def settles(self) -> None:
        """Goes through first contact, once."""
        if self._is_settled:
            return
        self._is_settled = True
        role = ROLES[self._role]
        asked = await self.starts("")
        if asked.find_button(self.word(AGREE)):
            asked = await self.taps(asked, AGREE, role)
        if asked.find_button(self.word(role)):
            await self.taps(asked, role, BEGIN)

    async def starts(self, payload: str, *words: Words) -> ChatMessage:
        """Presses START, of a deep link where there is a payload."""
        await self.settles()
        sent = await self._client.start(payload, self.user_id, self.language)
        return await self.sees(*words, after=sent.message_id)

    async def says(
        self, text: Words, *words: Words, reply_to: ChatMessage | None = None
    ) -> ChatMessage:
        await self.settles()
        sent = await self._client.send_text(
            self.word(text),
            self.user_id,
            self.language,
            chat_id=self._group,
            reply_to_message_id=reply_to.message_id if reply_to else None,
        )
        return await self.sees(*words, after=sent.message_id)

    async def sends(
        self,
        file: Path | bytes,
        *words: Words,
        name: str | None = None,
        as_photo: bool = False,
        forwarded_from: str | None = None,
    ) -> ChatMessage:
        await self.settles()
        sent = await self._client.send_file(
            file,
            name,
            self.user_id,
            self.language,
            chat_id=self._group,
            as_photo=as_photo,
            forward_from={"name": forwarded_from} if forwarded_from else None,
        )
        return await self.sees(*words, after=sent.message_id)

    async def taps(self, message: ChatMessage, button: Words, *words: Words) -> ChatMessage:
        """The answer is this message, edited, or a later one."""
        await self._client.tap(
            message.message_id, self.word(button), self.user_id, chat_id=self._group
        )
        return await self.sees(*words, after=message.message_id - 1)

    async def scores(self, card: ChatMessage, *words: Words) -> ChatMessage:
        """Has the card scored; the answer is the card's message, edited, or a later one."""
        return await self.taps(card, SCORE, SCORED, *words)

    async def sends_and_scores(self, file: Path | bytes, name: str | None = None) -> ChatMessage:
        """A file's answer, its card taken as it is."""
        return await self.scores(await self.sends(file, SCORE, name=name))

    async def toast(self, message: ChatMessage, button: Words) -> str:
        """Taps and returns what the bot shows for a moment, or in an alert."""
        answer = await self._client.tap(
            message.message_id, self.word(button), self.user_id, chat_id=self._group
        )
        return answer.text

    async def sees(self, *words: Words, after: int = 0) -> ChatMessage:
        wanted = [self.word(one) for one in words]
        return await self._client.wait_for_message(
            lambda message: all(one in _as_seen(message) for one in wanted),
            PATIENCE_SECONDS,
            self.chat_id,
            after=after,
            what=f"a message with {wanted}",
        )

    async def gets(self, name: str, after: int = 0) -> ChatMessage:
        """A file of this name's end, from the bot."""
        return await self._client.wait_for_message(
            lambda message: message.file is not None and message.file.name.endswith(name),
            PATIENCE_SECONDS,
            self.chat_id,
            after=after,
            what=f"a file {name}",
        )

    async def bot_messages(self) -> list[ChatMessage]:
        return [one for one in await self._client.messages(self.chat_id) if one.from_bot]

    async def sees_how_many(self, words: Words) -> int:
        """Of the bot's messages, those with these words."""
        return len([one for one in await self.bot_messages() if self.word(words) in one.text])


def _as_seen(message: ChatMessage) -> str:
    return "\n".join([message.text, *(button.text for button in message.all_buttons())])
