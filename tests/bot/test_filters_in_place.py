"""No plain filter goes to a thread, and each still says what it said."""

import asyncio
from typing import Any

import pytest
from aiogram import F, Router
from aiogram.types import Chat, Message

from bot.filters_in_place import run_filters_in_place
from tests.bot.conftest import Desk
from tests.bot.people import START


def said(text: str) -> Message:
    return Message(message_id=1, date=START, chat=Chat(id=1, type="private"), text=text)


async def test_a_text_finds_its_handler_without_a_thread(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hops: list[Any] = []

    async def counted(work: Any, *arguments: Any) -> Any:
        hops.append(work)
        return work(*arguments)

    monkeypatch.setattr(asyncio, "to_thread", counted)
    assert (await desk.person().says("привет")).text
    assert not hops


async def test_a_filter_still_gives_what_it_found() -> None:
    router, inner, found = Router(), Router(), []

    async def keep(message: Message, words: str) -> None:
        found.append(words)

    inner.message.register(keep, F.text.len() > 3, F.text.as_("words"))
    router.include_router(inner)
    run_filters_in_place(router)
    run_filters_in_place(router)
    (handler,) = inner.message.handlers
    passed, arguments = await handler.check(said("привет"))
    assert (passed, arguments["words"]) == (True, "привет")
    assert not (await handler.check(said("да")))[0]
