"""A chat with a person or a group: its messages in order, and what belongs to it as a whole."""

from dataclasses import dataclass, field
from typing import Any

from sandbox.telegram.errors import BadRequestError
from sandbox.telegram.groups import Group
from sandbox.telegram.messages import Content, Message, Place, Sender, SendingOptions
from sandbox.telegram.people import Person


@dataclass
class Chat:
    """Message ids count from 1 in each chat, so a bot that takes them for unique is caught."""

    place: Place
    messages: dict[int, Message] = field(default_factory=dict)
    reply_keyboard: dict[str, Any] | None = None

    @property
    def id(self) -> int:
        return self.place.id

    @property
    def person(self) -> Person | None:
        """Whom the bot talks to here; None in a group."""
        return self.place if isinstance(self.place, Person) else None

    @property
    def group(self) -> Group | None:
        return self.place if isinstance(self.place, Group) else None

    @property
    def was_started(self) -> bool:
        """A bot may write to a person only after the person wrote to it."""
        return any(not message.is_from_bot for message in self.messages.values())

    def add(self, sender: Sender, content: Content, options: SendingOptions) -> Message:
        message = Message(len(self.messages) + 1, self.place, sender, content, options)
        self.messages[message.message_id] = message
        markup = content.reply_markup or {}
        if "keyboard" in markup:
            self.reply_keyboard = markup
        elif markup.get("remove_keyboard"):
            self.reply_keyboard = None
        return message

    def find(self, message_id: int) -> Message | None:
        """A message that is there and was not deleted."""
        message = self.messages.get(message_id)
        return None if message is None or message.is_deleted else message

    def bot_message(self, message_id: int) -> Message:
        """The bot's own message to edit; raises BadRequestError in Telegram's words."""
        message = self.find(message_id)
        if message is None:
            raise BadRequestError("message to edit not found")
        if not message.is_from_bot or message.options.forward_origin:
            raise BadRequestError("message can't be edited")
        return message

    def replied_by(self, message: Message) -> Message | None:
        """The message that this one replies to, while it is there."""
        reply_id = message.options.reply_to_message_id
        return self.find(reply_id) if reply_id else None

    def as_json(self, message: Message) -> dict[str, Any]:
        return message.as_json(self.replied_by(message))
