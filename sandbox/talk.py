"""Messages as a person sees them: typed, and as text for a terminal or a failed test."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True)
class Button:
    """An inline button: it calls the bot, opens a link, or starts an inline query in a chat."""

    text: str
    callback_data: str | None = None
    url: str | None = None
    switch_inline_query: str | None = None

    @classmethod
    def from_json(cls, button: dict[str, Any]) -> Self:
        return cls(
            text=button["text"],
            callback_data=button.get("callback_data"),
            url=button.get("url"),
            switch_inline_query=_inline_query(button),
        )


def _inline_query(button: dict[str, Any]) -> str | None:
    """The query that the button types after the bot's name, wherever it opens it."""
    for name in ("switch_inline_query", "switch_inline_query_current_chat"):
        if name in button:
            return str(button[name])
    chosen = button.get("switch_inline_query_chosen_chat")
    return None if chosen is None else str(chosen.get("query", ""))


@dataclass(frozen=True)
class SentFile:
    """A document, or a photo with its width and height in pixels."""

    kind: str
    name: str
    media_type: str
    size_bytes: int
    url: str
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True)
class ChatMessage:
    """A message as it now is; `text` is a file's caption, `html` is safe to show.

    `user_id` is who wrote it, or for the bot's message whose chat (or which group) it is in.
    `service` is what Telegram tells of itself, e.g. "Anna added the bot".
    """

    message_id: int
    user_id: int
    from_bot: bool
    text: str
    html: str
    entities: tuple[dict[str, Any], ...]
    buttons: tuple[tuple[Button, ...], ...]
    file: SentFile | None
    edit_count: int
    is_deleted: bool
    reply_to_message_id: int | None
    chat_id: int = 0
    sender_name: str = ""
    media_group_id: str | None = None
    forwarded_from: str | None = None
    via_bot: bool = False
    service: str = ""

    @classmethod
    def from_json(cls, view: dict[str, Any]) -> Self:
        return cls(
            message_id=view["message_id"],
            chat_id=view["chat_id"],
            user_id=view["user_id"],
            sender_name=view["sender_name"],
            from_bot=view["from_bot"],
            text=view["text"],
            html=view["html"],
            entities=tuple(view["entities"]),
            buttons=tuple(tuple(map(Button.from_json, row)) for row in view["buttons"]),
            file=SentFile(**view["file"]) if view["file"] else None,
            edit_count=view["edit_count"],
            is_deleted=view["is_deleted"],
            reply_to_message_id=view["reply_to_message_id"],
            media_group_id=view["media_group_id"],
            forwarded_from=view["forwarded_from"],
            via_bot=view["via_bot"],
            service=view["service"],
        )

    def all_buttons(self) -> Iterable[Button]:
        """Row by row."""
        return (button for row in self.buttons for button in row)

    def find_button(self, part_of_text: str) -> Button | None:
        """The first button whose text holds these words, in any case."""
        wanted = part_of_text.casefold()
        return next((b for b in self.all_buttons() if wanted in b.text.casefold()), None)


@dataclass(frozen=True)
class TapAnswer:
    """What the bot answered to a tap: a toast, an alert, or nothing to show."""

    answered: bool
    text: str
    show_alert: bool
    url: str | None
    button: str
    query_id: str

    @classmethod
    def from_json(cls, answer: dict[str, Any]) -> Self:
        return cls(
            answered=answer["answered"],
            text=answer["text"],
            show_alert=answer["show_alert"],
            url=answer["url"],
            button=answer["button"],
            query_id=answer["query_id"],
        )


def message_as_text(message: ChatMessage) -> str:
    """Several lines: what it is, the file, the text, the rows of buttons."""
    lines = [f"({message.service})"] if message.service else []
    if message.forwarded_from is not None:
        lines.append(f"(forwarded from {message.forwarded_from})")
    if message.via_bot:
        lines.append("(via the bot)")
    if message.file is not None:
        lines.append(f"[{message.file.kind}: {message.file.name}, {_size(message.file)}]")
    lines += message.text.splitlines()
    lines += [" ".join(f"[ {button.text} ]" for button in row) for row in message.buttons]
    return "\n".join(lines) or "(empty)"


def labelled(label: str, text: str) -> str:
    """`label` before the first line, the other lines indented to match."""
    return "\n".join(
        (label if number == 0 else " " * len(label)) + line
        for number, line in enumerate(text.split("\n"))
    )


def chat_as_text(messages: Sequence[ChatMessage]) -> str:
    """The whole chat, for the eyes of a person who must find out what went wrong."""
    if not messages:
        return "(no messages)"
    return "\n".join(
        labelled(
            f"#{message.message_id} {'bot   ' if message.from_bot else 'person'} "
            + (f"(edited {message.edit_count}x) " if message.edit_count else "")
            + "> ",
            message_as_text(message),
        )
        for message in messages
    )


def _size(file: SentFile) -> str:
    if file.size_bytes < 1024:
        return f"{file.size_bytes} B"
    if file.size_bytes < 1024 * 1024:
        return f"{file.size_bytes / 1024:.0f} kB"
    return f"{file.size_bytes / 1024 / 1024:.1f} MB"
