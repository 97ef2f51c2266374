"""One message of a private chat, and its JSON as the Bot API gives it."""

import time
from dataclasses import dataclass, field
from typing import Any

from sandbox.telegram.files import StoredFile
from sandbox.telegram.formatted_text import FormattedText
from sandbox.telegram.people import BotAccount, Person


@dataclass(frozen=True)
class Content:
    """What a message says: text, or a file with its caption in `text`."""

    text: FormattedText = field(default_factory=FormattedText)
    file: StoredFile | None = None
    reply_markup: dict[str, Any] | None = None

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
    """What the sender asked for besides the content."""

    reply_to_message_id: int | None = None
    media_group_id: str | None = None
    is_protected: bool = False


@dataclass
class Message:
    """A message as it now is; a deleted one stays, so that the control side can show it."""

    message_id: int
    person: Person
    bot: BotAccount | None
    content: Content
    options: SendingOptions = field(default_factory=SendingOptions)
    date: int = field(default_factory=lambda: int(time.time()))
    edit_date: int | None = None
    edit_count: int = 0
    is_deleted: bool = False

    @property
    def is_from_bot(self) -> bool:
        return self.bot is not None

    def edit(self, content: Content) -> None:
        self.content = content
        self.edit_date = int(time.time())
        self.edit_count += 1

    def as_json(self, reply_to: "Message | None" = None) -> dict[str, Any]:
        """The Bot API's Message; a reply shows the other message without its own reply."""
        sender = self.bot.as_user() if self.bot else self.person.as_user()
        optional: dict[str, Any] = {
            "edit_date": self.edit_date,
            "media_group_id": self.options.media_group_id,
            "has_protected_content": self.options.is_protected or None,
            "reply_to_message": reply_to.as_json() if reply_to else None,
            "reply_markup": self.content.shown_markup,
        }
        return {
            "message_id": self.message_id,
            "from": sender,
            "chat": self.person.as_chat(),
            "date": self.date,
            **{name: value for name, value in optional.items() if value is not None},
            **self._content_json(),
        }

    def _content_json(self) -> dict[str, Any]:
        text, file = self.content.text, self.content.file
        text_name, entities_name = (
            ("text", "entities") if file is None else ("caption", "caption_entities")
        )
        parts: dict[str, Any] = file.as_content() if file else {}
        if text.text:
            parts[text_name] = text.text
        if text.entities:
            parts[entities_name] = text.entities_json()
        return parts
