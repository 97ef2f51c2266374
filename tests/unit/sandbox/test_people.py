"""What people do besides writing: start, block, reply, forward."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    MessageOriginHiddenUser,
    MessageOriginUser,
    ReplyParameters,
)

from sandbox.client import SandboxClient, SandboxRefusalError


async def last_message(bot: Bot) -> Message:
    message = (await bot.get_updates())[-1].message
    assert message is not None
    return message


async def test_start_has_the_payload_of_a_deep_link(client: SandboxClient, bot: Bot) -> None:
    await client.start()
    assert (await last_message(bot)).text == "/start"
    await client.start("invite_" + "A-" * 28)
    message = await last_message(bot)
    assert message.text == "/start invite_" + "A-" * 28
    assert [one.type for one in message.entities or []] == ["bot_command"]
    for bad in ("a" * 65, "a b", "ы"):
        with pytest.raises(SandboxRefusalError, match="at most 64"):
            await client.start(bad)


async def test_a_block_is_told_and_start_ends_it(client: SandboxClient, bot: Bot) -> None:
    await client.start()
    await client.set_person(1, has_blocked_bot=True)
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(1, "x")
    with pytest.raises(SandboxRefusalError, match="has blocked the bot"):
        await client.send_text("hi")
    await client.start()
    updates = await bot.get_updates()
    kinds = [one.event_type for one in updates]
    assert kinds == ["message", "my_chat_member", "my_chat_member", "message"]
    told = [one.my_chat_member for one in updates if one.my_chat_member]
    assert [one.new_chat_member.status for one in told] == ["kicked", "member"]
    assert (told[0].chat.id, told[0].chat.type, told[0].from_user.id) == (1, "private", 1)
    await bot.send_message(1, "x")


async def test_a_block_is_told_only_to_those_who_asked(client: SandboxClient, bot: Bot) -> None:
    await client.start()
    await bot.get_updates(offset=-1, allowed_updates=["message"])
    await client.set_person(1, has_blocked_bot=True)
    assert [one.event_type for one in await bot.get_updates()] == ["message"]


async def test_whom_the_bot_can_not_write_to(client: SandboxClient, bot: Bot) -> None:
    await client.set_person(7, first_name="Never started")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(7, "x")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.set_my_commands(
            [BotCommand(command="stats", description="x")], scope=BotCommandScopeChat(chat_id=7)
        )
    await client.start(user_id=7)
    await client.set_person(7, is_deactivated=True)
    with pytest.raises(TelegramForbiddenError, match="user is deactivated"):
        await bot.send_message(7, "x")


async def test_replies_go_both_ways(client: SandboxClient, bot: Bot, chat: int) -> None:
    keys = [[InlineKeyboardButton(text="Да", callback_data="yes")]]
    answer = await bot.send_message(
        chat,
        "Ответ",
        reply_parameters=ReplyParameters(message_id=1),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=keys),
    )
    await client.send_text("Спасибо", reply_to_message_id=answer.message_id)
    reply = await last_message(bot)
    assert reply.reply_to_message is not None
    assert reply.reply_to_message.message_id == answer.message_id
    assert reply.reply_to_message.reply_to_message is None
    sent = await client.send_file(b"x", "cv.pdf", reply_to_message_id=answer.message_id)
    assert sent.reply_to_message_id == answer.message_id
    await client.tap(answer.message_id, "Да", wait_seconds=0)
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert isinstance(query.message, Message)
    assert query.message.reply_to_message is not None
    assert query.message.reply_to_message.text == "/start"


async def test_forwards_say_where_they_are_from(client: SandboxClient, bot: Bot) -> None:
    await client.set_person(5, first_name="Анна")
    text = await client.send_text("Моё резюме", forward_from={"user_id": 5})
    assert text.forwarded_from == "Анна"
    origin = (await last_message(bot)).forward_origin
    assert isinstance(origin, MessageOriginUser)
    assert origin.sender_user.id == 5
    await client.send_file(b"%PDF-1.7", "cv.pdf", forward_from={"name": "Кто-то"})
    message = await last_message(bot)
    assert message.document is not None
    assert isinstance(message.forward_origin, MessageOriginHiddenUser)
    assert message.forward_origin.sender_user_name == "Кто-то"
    with pytest.raises(SandboxRefusalError, match="message can't be edited"):
        await client.edit_text(text.message_id, "другое")


async def test_a_message_of_another_chat_is_forwarded_with_its_file(
    client: SandboxClient, bot: Bot
) -> None:
    group = await client.groups.make("Чат", [1, 2], bot="left")
    await client.set_person(2, first_name="Борис")
    sent = await client.send_file(b"%PDF-1.7", "cv.pdf", 2, caption="вот", chat_id=group)
    forwarded = await client.forward(sent.message_id, 1, from_chat_id=group)
    assert forwarded.forwarded_from == "Борис"
    message = await last_message(bot)
    assert (message.chat.id, message.caption) == (1, "вот")
    assert message.document is not None
    assert message.document.file_name == "cv.pdf"
    with pytest.raises(SandboxRefusalError, match="no such message"):
        await client.forward(99, 1, from_chat_id=group)
