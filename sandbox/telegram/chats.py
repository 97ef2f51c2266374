"""A private chat: its messages in order, and what belongs to the chat as a whole."""

from dataclasses import dataclass, field
from typing import Any

from sandbox.telegram.errors import BadRequestError
from sandbox.telegram.messages import Content, Message, SendingOptions
from sandbox.telegram.people import BotAccount, Person


@dataclass
class Chat:
    """Message ids count from 1 in each chat, so a bot that takes them for unique is caught."""

    person: Person
    messages: dict[int, Message] = field(default_factory=dict)
    reply_keyboard: dict[str, Any] | None = None

    def add(self, bot: BotAccount | None, content: Content, options: SendingOptions) -> Message:
        """A new message from the bot, or from the person where `bot` is None."""
        message = Message(len(self.messages) + 1, self.person, bot, content, options)
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
        if not message.is_from_bot:
            raise BadRequestError("message can't be edited")
        return message

    def as_json(self, message: Message) -> dict[str, Any]:
        reply_id = message.options.reply_to_message_id
        return message.as_json(self.find(reply_id) if reply_id else None)
