import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError, TelegramUnauthorizedError
from aiogram.types import Message

from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from tests.unit.sandbox.conftest import new_bot


def _message(message: Message | None) -> Message:
    assert message is not None
    return message


async def test_a_text_becomes_an_update_with_person_and_entities(
    client: SandboxClient, bot: Bot
) -> None:
    await client.send_text("/score сейчас", user_id=77, language="en", first_name="Ann")
    [update] = await bot.get_updates()
    message = _message(update.message)
    assert message.text == "/score сейчас"
    assert message.chat.type == "private"
    assert message.chat.id == 77
    assert message.from_user is not None
    assert (message.from_user.id, message.from_user.language_code) == (77, "en")
    assert message.from_user.first_name == "Ann"
    assert [one.type for one in message.entities or []] == ["bot_command"]


async def test_updates_come_again_until_an_offset_confirms_them(
    client: SandboxClient, bot: Bot
) -> None:
    for text in ("a", "b", "c"):
        await client.send_text(text)
    first = await bot.get_updates(limit=2)
    assert [_message(one.message).text for one in first] == ["a", "b"]
    assert first[1].update_id == first[0].update_id + 1
    again = await bot.get_updates()
    assert [one.update_id for one in again][:2] == [one.update_id for one in first]
    rest = await bot.get_updates(offset=first[1].update_id + 1)
    assert [_message(one.message).text for one in rest] == ["c"]
    assert len(await client.pending_updates()) == 1


async def test_message_ids_count_in_each_chat(client: SandboxClient, bot: Bot) -> None:
    await client.send_text("a", user_id=1)
    await client.send_text("b", user_id=2)
    updates = await bot.get_updates()
    assert [_message(one.message).message_id for one in updates] == [1, 1]
    assert (await bot.send_message(2, "c")).message_id == 2


async def test_a_negative_offset_keeps_only_the_last(client: SandboxClient, bot: Bot) -> None:
    for text in ("a", "b", "c"):
        await client.send_text(text)
    assert [_message(one.message).text for one in await bot.get_updates(offset=-1)] == ["c"]
    assert len(await client.pending_updates()) == 1


async def test_a_long_poll_ends_when_something_comes(client: SandboxClient, bot: Bot) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await client.send_text("hi")
    assert len(await waiting) == 1


async def test_an_empty_poll_ends_at_once_without_timeout(bot: Bot) -> None:
    assert await bot.get_updates() == []


async def test_a_second_poller_ends_the_first_with_409(
    server: SandboxServer, client: SandboxClient, bot: Bot
) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    async with new_bot(server).context() as other:
        second = asyncio.create_task(other.get_updates(timeout=30))
        with pytest.raises(TelegramConflictError, match="terminated by other getUpdates"):
            await first
        await client.send_text("hi")
        assert len(await second) == 1


async def test_allowed_updates_hold_until_changed(client: SandboxClient, bot: Bot) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await client.send_text("not asked for")
    assert await bot.get_updates() == []
    await bot.get_updates(allowed_updates=["message"])
    await client.send_text("asked for")
    assert len(await bot.get_updates()) == 1


async def test_an_edit_of_the_person_is_an_update(client: SandboxClient, bot: Bot) -> None:
    sent = await client.send_text("one")
    await client.edit_text(sent.message_id, "two")
    edited = _message((await bot.get_updates())[1].edited_message)
    assert (edited.message_id, edited.text) == (sent.message_id, "two")
    assert edited.edit_date is not None


async def test_a_long_text_comes_as_several_messages(client: SandboxClient, bot: Bot) -> None:
    await client.send_text("я" * 5000)
    updates = await bot.get_updates()
    assert [len(_message(one.message).text or "") for one in updates] == [4096, 904]


async def test_an_album_is_separate_updates_with_one_group(client: SandboxClient, bot: Bot) -> None:
    for name in ("a.pdf", "b.pdf"):
        await client.send_file(b"x", name, media_group_id="7")
    updates = await bot.get_updates()
    assert {_message(one.message).media_group_id for one in updates} == {"7"}


async def test_a_wrong_token_is_unauthorized(server: SandboxServer) -> None:
    async with new_bot(server, "1000000001:wrong").context() as stranger:
        with pytest.raises(TelegramUnauthorizedError):
            await stranger.get_me()


async def test_get_me_is_the_bot_of_the_token(server: SandboxServer, bot: Bot) -> None:
    me = await bot.get_me()
    assert me.is_bot
    assert me.id == bot.id
    assert me.username is not None
    assert me.username.endswith("bot")
