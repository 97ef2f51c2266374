"""The talks of tests/e2e as they went, with every edit: the real bot's words and pictures."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from html import escape
from typing import Any

from bot.i18n import Language, language_of
from sandbox.control.views import message_view
from sandbox.telegram.chats import Chat
from sandbox.telegram.messages import Message
from sandbox.telegram.state import Telegram
from tests.screens.frames import Frame, small_picture

_WAIT_SECONDS = 5.0
_CHANGES = frozenset({"message", "edited"})


class TalkRecorder:
    """Keeps what the sandbox's people and the bot say, by language and talk."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._talk = ""
        self._kept: dict[Language, dict[str, list[Frame]]] = {"ru": {}, "en": {}}

    def begin(self, test: str) -> None:
        """What follows is the talk of this test, called by its name in words."""
        self._talk = test.partition("[")[0].removeprefix("test_").replace("_", " ").capitalize()

    def talks(self, language: Language) -> Mapping[str, list[Frame]]:
        return self._kept[language]

    @contextlib.asynccontextmanager
    async def recording(self) -> AsyncIterator[None]:
        following = asyncio.create_task(self._follow())
        try:
            yield
        finally:
            following.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await following

    async def _follow(self) -> None:
        journal = self._telegram.journal
        last = journal.last_number
        while True:
            for event in await journal.after(last, _WAIT_SECONDS):
                last = event["number"]
                if event["kind"] in _CHANGES:
                    self._keep(event)

    def _keep(self, event: Mapping[str, Any]) -> None:
        chat = self._telegram.chats.get(event["chat_id"])
        message = chat.messages.get(event["message_id"]) if chat else None
        if chat is None or message is None:
            return
        frames = self._kept[_language(chat)].setdefault(self._talk, [])
        frame = _frame(message)
        if frame not in frames[-3:]:
            frames.append(frame)


def _language(chat: Chat) -> Language:
    if chat.person is not None:
        return language_of(chat.person.language_code)
    members = list(chat.group.members.values()) if chat.group else []
    return language_of(members[0].language_code if members else None)


def _frame(message: Message) -> Frame:
    view, file = message_view(message), message.content.file
    is_photo = file is not None and file.photo_size is not None
    about = f"{view['sender_name']}{' · edited' if message.edit_count else ''}"
    named = "" if file is None or is_photo else f"📎 {escape(file.name)}\n"
    return Frame(
        about,
        named + (view["service"] or view["html"]),
        [[button["text"] for button in row] for row in view["buttons"]],
        small_picture(file.content) if file is not None and is_photo else "",
        is_ours=not message.is_from_bot,
    )
