"""Shows the bot at work: a made-up person sends a file, asks for the score, reads the answer."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sandbox.client import SandboxClient
from sandbox.talk import Button, ChatMessage, TapAnswer, labelled, message_as_text

DEFAULT_TAPS = ("Оценить", "Score")
FIRST_TAPS = ("Согласен", "I agree", "Я рекрутер", "I'm a recruiter")
"""What a bot may ask of a newcomer before it works."""
_BOT, _EDIT, _PERSON = "  bot      > ", "  bot edit > ", "  person   > "

_Found = TypeVar("_Found")


@dataclass
class ChatPrinter:
    """Says each message of the bot once, and of an edit the lines that are new."""

    say: Callable[[str], None]
    _shown: dict[int, str] = field(default_factory=dict)

    def show(self, messages: Sequence[ChatMessage]) -> bool:
        """True where there was something new to show."""
        has_news = False
        for message in messages:
            text = message_as_text(message)
            before = self._shown.get(message.message_id)
            if not message.from_bot or before == text:
                continue
            self._shown[message.message_id] = text
            has_news = True
            if before is None:
                self.say(labelled(_BOT, text))
            elif news := _new_lines(before, text):
                self.say(labelled(_EDIT, news))
        return has_news


def _new_lines(before: str, after: str) -> str:
    """What an edit brought: a card is long, and often only its last line changes."""
    known = set(before.splitlines())
    return "\n".join(line for line in after.splitlines() if line not in known)


@dataclass
class Play:
    """One talk. `run()` raises ChatTimeoutError where the bot does not go along in time."""

    client: SandboxClient
    say: Callable[[str], None]
    taps: Sequence[str] = DEFAULT_TAPS
    user_id: int = 1
    language: str = "ru"
    timeout_seconds: float = 180
    settle_seconds: float = 2

    def __post_init__(self) -> None:
        self._printer = ChatPrinter(self.say)
        self._tapped: set[str] = set()

    async def run(self, file: Path) -> None:
        """Sends the file, taps the score button of the answer, ends at the scored message."""
        deadline = time.monotonic() + self.timeout_seconds
        sent = await self.client.send_file(file, user_id=self.user_id, language=self.language)
        self.say(labelled(_PERSON, message_as_text(sent)))
        card, button = await self._find_button(sent.message_id, deadline)
        while any(words in button.text for words in FIRST_TAPS):
            self.say(f"{_PERSON}taps [ {button.text} ]")
            self._show_toast(await self._tap(card, button))
            self._tapped.add(button.text)
            card, button = await self._find_button(sent.message_id, deadline)
        last_id = max(one.message_id for one in await self.client.messages(self.user_id))
        self.say(f"{_PERSON}taps [ {button.text} ]")
        tap = asyncio.create_task(self._tap(card, button))
        await self._until(
            lambda messages: any(m.from_bot and m.message_id > last_id for m in messages),
            deadline,
            "a message after the tap",
        )
        self._show_toast(await tap)
        await self._settle()

    async def _tap(self, message: ChatMessage, button: Button) -> TapAnswer:
        data = button.callback_data or button.text
        return await self.client.tap(message.message_id, data, self.user_id)

    async def _find_button(self, after: int, deadline: float) -> tuple[ChatMessage, Button]:
        """The button to score, or what a newcomer has to press before it comes."""

        def find(messages: Sequence[ChatMessage]) -> tuple[ChatMessage, Button] | None:
            for message in messages:
                for words in (*self.taps, *FIRST_TAPS):
                    button = message.find_button(words)
                    is_new = message.from_bot and message.message_id > after
                    if is_new and button is not None and button.text not in self._tapped:
                        return message, button
            return None

        return await self._until(find, deadline, "a message with a button to score")

    def _show_toast(self, answer: TapAnswer) -> None:
        if answer.text:
            self.say(labelled(_BOT, f"({answer.text})"))

    async def _settle(self) -> None:
        """Shows what still comes: a bot may finish its message with an edit."""
        quiet_since = time.monotonic()
        while (left := quiet_since + self.settle_seconds - time.monotonic()) > 0:
            if self._printer.show(await self.client.messages(self.user_id)):
                quiet_since = time.monotonic()
            await asyncio.sleep(min(left, 0.2))

    async def _until(
        self,
        condition: Callable[[Sequence[ChatMessage]], _Found | None],
        deadline: float,
        what: str,
    ) -> _Found:
        """Prints the talk as it goes on, until `condition` gives something true."""

        def look(messages: Sequence[ChatMessage]) -> _Found | None:
            self._printer.show(messages)
            return condition(messages)

        left = max(deadline - time.monotonic(), 0)
        return await self.client.wait_for(look, left, self.user_id, what=what)
