"""Who answers is the same as where aiogram asks everybody, and nobody is asked in vain."""

from collections.abc import Sequence
from typing import Any

import pytest
from aiogram import F, Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.filters import Command, CommandStart
from aiogram.types import Chat, Message
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.short_ways import ShortWays
from tests.bot.chat import KeptBot
from tests.bot.people import START

FILTERS = (
    (Command("start"),),
    (CommandStart(),),
    (Command("help", "start"), F.text.len() > 6),
    (~Command("help"),),
    (Command("start", prefix="!"),),
    (F.text,),
    (F.caption,),
    (),
)
"""What a handler may ask for, each a tuple of filters."""
TEXTS = ("/start", "  /start 1", "/help", "/help me", "!start", "hello", " ", "", "a /start")


BOT = KeptBot()


class _AskedRouter(Router):
    """Keeps how often it was asked."""

    asked = 0

    async def propagate_event(self, update_type: str, event: Any, **kwargs: Any) -> Any:
        self.asked += 1
        return await super().propagate_event(update_type, event, **kwargs)


def _routers(choices: Sequence[Sequence[int]]) -> list[_AskedRouter]:
    """A router for each, with a handler for each of its FILTERS that says whose it is."""
    routers = []
    for number, chosen in enumerate(choices):
        router = _AskedRouter()
        for index in chosen:
            router.message.register(_saying((number, index)), *FILTERS[index])
        routers.append(router)
    return routers


def _saying(words: object) -> Any:
    async def answer(_: Message) -> object:
        return words

    return answer


def _heard(text: str, caption: str | None) -> Message:
    chat = Chat(id=1, type="private")
    return Message(message_id=1, date=START, chat=chat, text=text or None, caption=caption)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.lists(st.integers(0, len(FILTERS) - 1), max_size=3), min_size=1, max_size=5),
    st.sampled_from(TEXTS),
    st.sampled_from([None, "/start", "words"]),
)
async def test_the_same_handler_answers(
    choices: list[list[int]], text: str, caption: str | None
) -> None:
    plain, short = Router(), ShortWays(*_routers(choices))
    plain.include_routers(*_routers(choices))
    message = _heard(text, caption)
    answers = [
        await router.propagate_event("message", message, bot=BOT) for router in (plain, short)
    ]
    assert answers[0] == answers[1]


@pytest.mark.parametrize(("text", "asked"), [("hello", [0, 1]), ("/start", [1, 1])])
async def test_only_those_are_asked_who_may_answer(text: str, asked: list[int]) -> None:
    of_commands, of_texts, of_nothing = _routers([[0, 2], [3], []])
    short = ShortWays(of_nothing, of_commands, of_texts)
    await short.propagate_event("message", _heard(text, None), bot=BOT)
    assert of_nothing.asked == 0
    assert of_commands.asked == asked[0]
    assert of_texts.asked == (0 if text == "/start" else asked[1])


async def test_what_nobody_answers_is_unhandled() -> None:
    short = ShortWays(*_routers([[0]]))
    assert await short.propagate_event("message", _heard("hello", None)) is UNHANDLED
    assert await short.propagate_event("inline_query", _heard("hello", None)) is UNHANDLED
