"""In a group the bot answers who asks it, and puts nobody on record."""

from typing import Any

from aiogram.methods import AnswerCallbackQuery
from aiogram.types import (
    CallbackQuery,
    Chat,
    Message,
    MessageEntity,
    Update,
    User,
)

from bot.replies.keyboards import Go
from tests.bot.chat import BOT_USER, START, labels
from tests.bot.conftest import Desk
from tests.bot.memberships import IN, OUT, changes

GROUP = Chat(id=-100, type="supergroup", title="HR")


async def says_in_group(desk: Desk, text: str, user_id: int = 1, **about: Any) -> bool:
    """True where the bot answers."""
    before = len(desk.bot.shown)
    user = User(id=user_id, is_bot=False, first_name="P", language_code="ru")
    message = Message(message_id=1, date=START, chat=GROUP, from_user=user, text=text, **about)
    await desk.dispatcher.feed_update(desk.bot, Update(update_id=1, message=message))
    return len(desk.bot.shown) > before


async def test_a_group_is_greeted_once_when_the_bot_is_added(desk: Desk) -> None:
    await changes(desk, GROUP, OUT, IN)
    assert "личных чатах" in (desk.bot.last.text or "")
    assert labels(desk.bot.last) == ["💬 Открыть личный чат"]
    await changes(desk, GROUP, IN, OUT)
    assert len(desk.bot.shown) == 1


async def test_a_group_hears_only_what_it_asked(desk: Desk) -> None:
    own = Message(message_id=5, date=START, chat=GROUP, from_user=BOT_USER, text="hint")
    mention = [MessageEntity(type="mention", offset=5, length=14)]
    for text in ("hello", "/start", "/start@other_bot", "резюме " * 100, ""):
        assert not await says_in_group(desk, text)
    assert not await says_in_group(desk, "/start@expertise_bot", via_bot=BOT_USER)
    assert await says_in_group(desk, "/history@Expertise_Bot now")
    assert await says_in_group(desk, "what is this", reply_to_message=own)
    assert await says_in_group(desk, "hey, @expertise_bot, score", entities=mention)
    assert not desk.tasks.accepted


async def test_whoever_talks_in_a_group_is_not_put_on_record(desk: Desk) -> None:
    assert await says_in_group(desk, "/start@expertise_bot", user_id=71)
    assert await desk.database.people.find(71) is None


async def test_taps_in_a_group_open_nothing(desk: Desk) -> None:
    await desk.keeps()
    message = Message(message_id=5, date=START, chat=GROUP, from_user=BOT_USER, text="hint")
    query = CallbackQuery(
        id="1",
        from_user=User(id=1, is_bot=False, first_name="P"),
        chat_instance="x",
        message=message,
        data=Go(to="history").pack(),
    )
    await desk.dispatcher.feed_update(desk.bot, Update(update_id=3, callback_query=query))
    assert [type(call) for call in desk.bot.calls] == [AnswerCallbackQuery]
