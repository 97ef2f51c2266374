"""Everything that the sandbox's Telegram knows, in memory, and what changes it."""

import time
from collections import deque
from typing import Any

from sandbox.telegram.callback_queries import CallbackAnswer, CallbackQueries
from sandbox.telegram.chats import Chat
from sandbox.telegram.errors import BadRequestError, BotApiError
from sandbox.telegram.files import FileStore
from sandbox.telegram.inline_queries import InlineAnswer, InlineMode
from sandbox.telegram.journal import Journal
from sandbox.telegram.messages import Content, Message, SendingOptions
from sandbox.telegram.open_queries import OpenQueries
from sandbox.telegram.people import BotAccount, Person
from sandbox.telegram.privacy import reaches_bot
from sandbox.telegram.profile import BotProfile
from sandbox.telegram.update_queue import UpdateQueue

KEPT_CALLS = 5_000


class Telegram:
    """One bot, the people who wrote to it, their groups, and what lies between them.

    The people's side makes updates (`say`, `rewrite`, `tap`), the bot's side changes chats
    (`send`, `edit`, `delete`). Each change is told to the journal.
    """

    def __init__(self, token: str, *, query_lifetime_seconds: float) -> None:
        self.bot = BotAccount(token)
        self.profile = BotProfile()
        self.updates = UpdateQueue()
        self.queries = CallbackQueries(query_lifetime_seconds)
        self.inline = InlineMode(OpenQueries[InlineAnswer](query_lifetime_seconds))
        self.journal = Journal()
        self.files = FileStore()
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.calls: deque[dict[str, Any]] = deque(maxlen=KEPT_CALLS)

    async def forget_talk(self) -> None:
        """Back to an empty Telegram; what the bot said of itself stays, as it says it once."""
        self.people.clear()
        self.chats.clear()
        self.files = FileStore()
        self.calls.clear()
        self.inline.forget()
        self.updates.drop_all()
        await self.journal.add("reset")

    # The people's side

    async def meet(
        self, user_id: int, language: str | None = None, first_name: str | None = None
    ) -> Person:
        """A person, made up at first sight; a language or name given now counts."""
        person = self.people.get(user_id)
        if person is None:
            person = Person(user_id, language or "ru", first_name or "")
            self.people[user_id] = person
            self.chats[user_id] = Chat(person)
        elif language in (None, person.language_code) and not first_name:
            return person
        person.language_code = language or person.language_code
        person.first_name = first_name or person.first_name
        await self.journal.add("person", chat_id=user_id)
        return person

    async def say(
        self, chat: Chat, person: Person, content: Content, options: SendingOptions
    ) -> Message:
        """A message of a person, which the bot will get unless privacy mode keeps it away."""
        if chat.person is not None and person.has_blocked_bot:
            raise BadRequestError("the person has blocked the bot; unblock it or press start first")
        message = chat.add(person, content, options)
        message.is_for_bot = reaches_bot(message, chat.replied_by(message), chat.group, self.bot)
        await self._tell("message", message)
        if message.is_for_bot:
            await self.updates.add("message", chat.as_json(message))
        return message

    async def rewrite(
        self, chat: Chat, person: Person, message_id: int, content: Content
    ) -> Message:
        """A person edits an own message."""
        message = chat.find(message_id)
        if message is None or message.sender is not person or message.options.forward_origin:
            raise BadRequestError("message can't be edited")
        message.edit(content)
        await self._tell("edited", message)
        if message.is_for_bot:
            await self.updates.add("edited_message", chat.as_json(message))
        return message

    async def tap(self, chat: Chat, person: Person, message: Message, callback_data: str) -> str:
        """A person taps a callback button; returns the query's id."""
        query_id = self.queries.open()
        inline_id = message.options.inline_message_id
        where = (
            {"inline_message_id": inline_id} if inline_id else {"message": chat.as_json(message)}
        )
        query = {
            "id": query_id,
            "from": person.as_user(),
            **where,
            "chat_instance": str(chat.id * 7_919 + self.bot.id),
            "data": callback_data,
        }
        await self.journal.add(
            "tapped",
            chat_id=chat.id,
            user_id=person.id,
            message_id=message.message_id,
            data=callback_data,
        )
        await self.updates.add("callback_query", query)
        return query_id

    # The bot's side

    def known_chat(self, chat_id: int) -> Chat:
        """A chat that the bot has seen; raises BadRequestError."""
        chat = self.chats.get(chat_id)
        if chat is None:
            raise BadRequestError("chat not found")
        if chat.person is not None and not chat.was_started:
            if not self._shares_group(chat.person):
                raise BadRequestError("chat not found")
            raise BotApiError(403, "Forbidden: bot can't initiate conversation with a user")
        return chat

    def chat_of(self, chat_id: int) -> Chat:
        """A chat that the bot may write to; raises BotApiError in Telegram's words."""
        chat = self.known_chat(chat_id)
        if chat.group is not None and not chat.group.has_bot:
            was = "kicked from" if chat.group.bot_status == "kicked" else "not a member of"
            verb = "was" if chat.group.bot_status == "kicked" else "is"
            raise BotApiError(403, f"Forbidden: bot {verb} {was} the {chat.group.kind} chat")
        if chat.person is not None and chat.person.is_deactivated:
            raise BotApiError(403, "Forbidden: user is deactivated")
        if chat.person is not None and chat.person.has_blocked_bot:
            raise BotApiError(403, "Forbidden: bot was blocked by the user")
        return chat

    def _shares_group(self, person: Person) -> bool:
        groups = (chat.group for chat in self.chats.values() if chat.group is not None)
        return any(group.has_bot and person.id in group.members for group in groups)

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

    def inline_message(self, inline_message_id: str) -> tuple[Chat, Message]:
        """A message chosen from the bot's results; raises BadRequestError."""
        found = self.inline.messages.get(inline_message_id)
        if found is None or found[1].is_deleted:
            raise BadRequestError("MESSAGE_ID_INVALID")
        return found

    async def delete(self, chat: Chat, message_id: int) -> None:
        message = chat.find(message_id)
        if message is None:
            raise BadRequestError("message to delete not found")
        is_admin = chat.group is None or chat.group.bot_status == "administrator"
        if not is_admin and not message.is_from_bot:
            raise BadRequestError("message can't be deleted")
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
        await self.journal.add(kind, chat_id=message.place.id, message_id=message.message_id)
