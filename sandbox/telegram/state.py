"""Everything that the sandbox's Telegram knows, in memory, and what changes it."""

import time
from collections import deque
from typing import Any

from sandbox.telegram.callback_queries import CallbackAnswer, CallbackQueries
from sandbox.telegram.chats import Chat
from sandbox.telegram.errors import BadRequestError, BotApiError
from sandbox.telegram.files import FileStore
from sandbox.telegram.journal import Journal
from sandbox.telegram.messages import Content, Message, SendingOptions
from sandbox.telegram.people import BotAccount, Person
from sandbox.telegram.profile import BotProfile
from sandbox.telegram.update_queue import UpdateQueue

KEPT_CALLS = 5_000


class Telegram:
    """One bot, the people who wrote to it, and what lies between them.

    The person's side makes updates (`say`, `rewrite`, `tap`), the bot's side changes chats
    (`send`, `edit`, `delete`). Each change is told to the journal.
    """

    def __init__(self, token: str, *, query_lifetime_seconds: float) -> None:
        self.bot = BotAccount(token)
        self.profile = BotProfile()
        self.updates = UpdateQueue()
        self.queries = CallbackQueries(query_lifetime_seconds)
        self.journal = Journal()
        self.files = FileStore()
        self.chats: dict[int, Chat] = {}
        self.calls: deque[dict[str, Any]] = deque(maxlen=KEPT_CALLS)

    async def forget_talk(self) -> None:
        """Back to an empty Telegram; what the bot said of itself stays, as it says it once."""
        self.chats.clear()
        self.files = FileStore()
        self.calls.clear()
        self.updates.drop_all()
        await self.journal.add("reset")

    # The person's side

    async def meet(
        self, user_id: int, language: str | None = None, first_name: str | None = None
    ) -> Chat:
        """The chat of a person, made up at first sight; a language or name given now counts."""
        chat = self.chats.get(user_id)
        if chat is None:
            chat = Chat(Person(user_id, language or "ru", first_name or ""))
            self.chats[user_id] = chat
        elif language in (None, chat.person.language_code) and not first_name:
            return chat
        chat.person.language_code = language or chat.person.language_code
        chat.person.first_name = first_name or chat.person.first_name
        await self.journal.add("person", user_id=user_id)
        return chat

    async def say(self, chat: Chat, content: Content, options: SendingOptions) -> Message:
        """A message of the person, which the bot will get."""
        message = chat.add(None, content, options)
        await self._tell("message", message)
        await self.updates.add("message", chat.as_json(message))
        return message

    async def rewrite(self, chat: Chat, message_id: int, content: Content) -> Message:
        """The person edits an own message."""
        message = chat.find(message_id)
        if message is None or message.is_from_bot:
            raise BadRequestError("message can't be edited")
        message.edit(content)
        await self._tell("edited", message)
        await self.updates.add("edited_message", chat.as_json(message))
        return message

    async def tap(self, chat: Chat, message: Message, callback_data: str) -> str:
        """The person taps a callback button; returns the query's id."""
        query_id = self.queries.open()
        query = {
            "id": query_id,
            "from": chat.person.as_user(),
            "message": chat.as_json(message),
            "chat_instance": str(chat.person.id * 7_919 + self.bot.id),
            "data": callback_data,
        }
        await self.journal.add(
            "tapped", user_id=chat.person.id, message_id=message.message_id, data=callback_data
        )
        await self.updates.add("callback_query", query)
        return query_id

    # The bot's side

    def chat_of(self, chat_id: int) -> Chat:
        """A chat that the bot may write to; raises BotApiError in Telegram's words."""
        chat = self.chats.get(chat_id)
        if chat is None:
            raise BadRequestError("chat not found")
        if chat.person.has_blocked_bot:
            raise BotApiError(403, "Forbidden: bot was blocked by the user")
        return chat

    async def send(self, chat: Chat, content: Content, options: SendingOptions) -> dict[str, Any]:
        message = chat.add(self.bot, content, options)
        await self._tell("message", message)
        return chat.as_json(message)

    async def edit(self, chat: Chat, message: Message, content: Content) -> dict[str, Any]:
        """Raises BadRequestError where nothing would change."""
        old = message.content
        if (old.text, old.file, old.shown_markup) == (
            content.text,
            content.file,
            content.shown_markup,
        ):
            raise BadRequestError(
                "message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message"
            )
        message.edit(content)
        await self._tell("edited", message)
        return chat.as_json(message)

    async def delete(self, chat: Chat, message_id: int) -> None:
        message = chat.find(message_id)
        if message is None:
            raise BadRequestError("message to delete not found")
        message.is_deleted = True
        await self._tell("deleted", message)

    async def answer_query(self, query_id: str, answer: CallbackAnswer) -> None:
        self.queries.answer(query_id, answer)
        await self.journal.add("answered", query_id=query_id)

    def note_call(self, method: str, parameters: dict[str, Any], error: BotApiError | None) -> None:
        """Remembers a call of the bot for the control side."""
        self.calls.append(
            {
                "method": method,
                "parameters": parameters,
                "time": time.time(),
                "error_code": error.code if error else None,
                "description": error.description if error else None,
            }
        )

    async def _tell(self, kind: str, message: Message) -> None:
        await self.journal.add(kind, user_id=message.person.id, message_id=message.message_id)
