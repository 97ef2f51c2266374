"""What waits for the consent in memory: the other parts of one sending."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram.types import Chat, Message

from bot import waiting as module
from bot.waiting import WaitingMessages
from tests.bot.chat import START


def message(number: int, *, seconds: float = 0, chat_id: int = 1, **about: Any) -> Message:
    date = START + timedelta(seconds=seconds)
    return Message(
        message_id=number, date=date, chat=Chat(id=chat_id, type="private"), text="x", **about
    )


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_album_waits_as_one() -> None:
    waiting = WaitingMessages()
    first = message(1, media_group_id="a")
    waiting.begin(first)
    assert waiting.join(12, message(2, media_group_id="a", seconds=9))
    assert waiting.join(12, message(2, media_group_id="a", seconds=9))
    assert not waiting.join(13, message(3, media_group_id="b"))
    assert [(update_id, part.message_id) for update_id, part in waiting.take(first)] == [(12, 2)]
    assert waiting.take(first) == ()


def test_parts_of_a_text_come_close_together() -> None:
    waiting = WaitingMessages()
    first = message(1)
    waiting.begin(first)
    assert waiting.join(12, message(2, seconds=1))
    assert waiting.join(13, message(3, seconds=3))
    assert not waiting.join(14, message(4, seconds=9))
    assert not waiting.join(15, message(5, chat_id=2))
    assert [update_id for update_id, _ in waiting.take(first)] == [12, 13]


def test_another_sending_takes_the_place() -> None:
    waiting = WaitingMessages()
    first, second = message(1), message(5, seconds=60)
    waiting.begin(first)
    waiting.begin(second)
    assert waiting.take(first) == ()
    assert waiting.join(9, message(6, seconds=61))
    assert len(waiting.take(second)) == 1


def test_it_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    waiting = WaitingMessages(clock)
    waiting.begin(message(1))
    clock.now = module.WAIT_SECONDS + 1
    waiting.begin(message(2, chat_id=2))
    assert not waiting.join(9, message(3))
    monkeypatch.setattr(module, "MAX_MESSAGES", 3)
    for number in range(4, 9):
        waiting.begin(message(number, chat_id=number))
    assert not waiting.join(9, message(9, chat_id=2))
    assert waiting.join(9, message(9, chat_id=8))
