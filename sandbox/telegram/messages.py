"""One message of a chat, and its JSON as the Bot API gives it."""

import time
from dataclasses import dataclass, field
from typing import Any

from sandbox.telegram.files import StoredFile
from sandbox.telegram.formatted_text import FormattedText
from sandbox.telegram.groups import Group
from sandbox.telegram.people import BotAccount, Person

Place = Person | Group
"""What a chat is with: one person, or a group."""

Sender = Person | BotAccount


@dataclass(frozen=True)
class Content:
    """What a message says: text, or a file with its caption in `text`.

    `service` is what Telegram tells of itself (e.g. new_chat_members), with no text.
    """

    text: FormattedText = field(default_factory=FormattedText)
    file: StoredFile | None = None
    reply_markup: dict[str, Any] | None = None
    service: dict[str, Any] = field(default_factory=dict)

    @property
    def inline_keyboard(self) -> list[list[dict[str, Any]]]:
        rows: list[list[dict[str, Any]]] = (self.reply_markup or {}).get("inline_keyboard", [])
        return rows

    @property
    def shown_markup(self) -> dict[str, Any] | None:
        """The keyboard that belongs to the message; other markups belong to the chat."""
        return self.reply_markup if self.inline_keyboard else None


@dataclass(frozen=True)
class SendingOptions:
    """What the sender asked for besides the content.

    `forward_origin` is the Bot API's MessageOrigin. A message chosen in inline mode has
    `via_bot`, and with buttons also an `inline_message_id`.
    """

    reply_to_message_id: int | None = None
    media_group_id: str | None = None
    is_protected: bool = False
    forward_origin: dict[str, Any] | None = None
    via_bot: BotAccount | None = None
    inline_message_id: str | None = None


@dataclass
class Message:
    """A message as it now is; a deleted one stays, so that the control side can show it."""

    message_id: int
    place: Place
    sender: Sender
    content: Content
    options: SendingOptions = field(default_factory=SendingOptions)
    date: int = field(default_factory=lambda: int(time.time()))
    edit_date: int | None = None
    edit_count: int = 0
    is_deleted: bool = False
    is_for_bot: bool = False
    """True where the bot was given it: in a group its replies are for the bot too."""

    @property
    def is_from_bot(self) -> bool:
        return isinstance(self.sender, BotAccount)

    def edit(self, content: Content) -> None:
        self.content = content
        self.edit_date = int(time.time())
        self.edit_count += 1

    def as_json(self, reply_to: "Message | None" = None) -> dict[str, Any]:
        """The Bot API's Message; a reply shows the other message without its own reply."""
        options = self.options
        optional: dict[str, Any] = {
            "edit_date": self.edit_date,
            "media_group_id": options.media_group_id,
            "has_protected_content": options.is_protected or None,
            "forward_origin": options.forward_origin,
            "via_bot": options.via_bot.as_user() if options.via_bot else None,
            "reply_to_message": reply_to.as_json() if reply_to else None,
            "reply_markup": self.content.shown_markup,
        }
        return {
            "message_id": self.message_id,
            "from": self.sender.as_user(),
            "chat": self.place.as_chat(),
            "date": self.date,
            **{name: value for name, value in optional.items() if value is not None},
            **self._content_json(),
        }

    def _content_json(self) -> dict[str, Any]:
        text, file = self.content.text, self.content.file
        text_name, entities_name = (
            ("text", "entities") if file is None else ("caption", "caption_entities")
        )
        parts: dict[str, Any] = dict(self.content.service)
        if file:
            parts |= file.as_content()
        if text.text:
            parts[text_name] = text.text
        if text.entities:
            parts[entities_name] = text.entities_json()
        return parts

    def as_origin(self) -> dict[str, Any]:
        """The MessageOrigin of a forward of this message: of the first sender, not the last."""
        return self.options.forward_origin or {
            "type": "user",
            "date": self.date,
            "sender_user": self.sender.as_user(),
        }
