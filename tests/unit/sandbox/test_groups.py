"""Groups, privacy mode, members, and the bot that comes and goes."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    ChatMemberUpdated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
)

from sandbox.client import SandboxClient, SandboxRefusalError


@pytest.fixture
async def group(client: SandboxClient) -> int:
    return await client.groups.make("Найм", [11, 12])


def texts(updates: list[Update]) -> list[str | None]:
    return [one.message.text for one in updates if one.message]


def changes(updates: list[Update]) -> list[ChatMemberUpdated]:
    return [one.my_chat_member for one in updates if one.my_chat_member]


async def test_a_bot_is_told_that_it_was_added(client: SandboxClient, bot: Bot, group: int) -> None:
    updates = await bot.get_updates()
    [change] = changes(updates)
    assert group < 0
    assert (change.chat.id, change.chat.type, change.chat.title) == (group, "group", "Найм")
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("left", "member")
    assert change.from_user.id == 11
    service = updates[1].message
    assert service is not None
    assert [one.id for one in service.new_chat_members or []] == [bot.id]


async def test_privacy_mode_keeps_away_what_is_not_for_the_bot(
    client: SandboxClient, bot: Bot, group: int
) -> None:
    name = (await bot.me()).username
    await bot.get_updates(offset=-1)
    said = await bot.send_message(group, "Кто там?")
    for text in ("между собой", "/start@other_bot", "почта a@b.ru"):
        await client.send_text(text, 11, chat_id=group)
    heard = ["/help", f"/help@{name}", f"что скажешь, @{name}?"]
    for text in heard:
        await client.send_text(text, 12, chat_id=group)
    reply = await client.send_text("это я", 11, chat_id=group, reply_to_message_id=said.message_id)
    await client.send_text("и я", 12, chat_id=group, reply_to_message_id=reply.message_id)
    updates = await bot.get_updates()
    assert texts(updates)[1:] == [*heard, "это я", "и я"]
    replied = updates[-2].message
    assert replied is not None
    assert replied.reply_to_message is not None
    assert replied.reply_to_message.text == "Кто там?"
    assert replied.from_user is not None
    assert (replied.from_user.id, replied.chat.id) == (11, group)


async def test_an_administrator_hears_all(client: SandboxClient, bot: Bot, group: int) -> None:
    await client.groups.change(group, bot="administrator")
    await client.send_text("между собой", 11, chat_id=group)
    assert texts(await bot.get_updates())[-1] == "между собой"
    assert [one.user.id for one in await bot.get_chat_administrators(group)] == [11, bot.id]


async def test_only_an_administrator_deletes_what_others_wrote(
    client: SandboxClient, bot: Bot, group: int
) -> None:
    said = await client.send_text("/help", 11, chat_id=group)
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await bot.delete_message(group, said.message_id)
    await client.groups.change(group, bot="administrator")
    assert await bot.delete_message(group, said.message_id)


async def test_a_members_tap_names_the_member_and_the_group(
    client: SandboxClient, bot: Bot, group: int
) -> None:
    keys = [[InlineKeyboardButton(text="Да", callback_data="yes")]]
    card = await bot.send_message(
        group, "?", reply_markup=InlineKeyboardMarkup(inline_keyboard=keys)
    )
    await bot.get_updates(offset=-1)
    await client.tap(card.message_id, "Да", 12, chat_id=group, wait_seconds=0)
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert query.from_user.id == 12
    assert isinstance(query.message, Message)
    assert query.message.chat.id == group
    with pytest.raises(SandboxRefusalError, match="person 13 is not in this group"):
        await client.tap(card.message_id, "Да", 13, chat_id=group)


async def test_people_come_and_go(client: SandboxClient, bot: Bot, group: int) -> None:
    await client.groups.change(group, add=[13], remove=[12])
    updates = await bot.get_updates()
    came, went = updates[-2].message, updates[-1].message
    assert came is not None
    assert [one.id for one in came.new_chat_members or []] == [13]
    assert went is not None
    assert went.left_chat_member is not None
    assert (await bot.get_chat_member(group, 11)).status == "creator"
    assert (await bot.get_chat_member(group, 12)).status == "left"
    assert (await bot.get_chat_member(group, 13)).status == "member"
    assert (await bot.get_chat_member(group, bot.id)).status == "member"
    assert await bot.get_chat_member_count(group) == 3
    with pytest.raises(TelegramBadRequest, match="user not found"):
        await bot.get_chat_member(group, 99)


async def test_a_bot_that_is_out_may_not_write(client: SandboxClient, bot: Bot, group: int) -> None:
    await client.groups.change(group, bot="kicked")
    assert changes(await bot.get_updates())[-1].new_chat_member.status == "kicked"
    with pytest.raises(TelegramForbiddenError, match="bot was kicked from the group chat"):
        await bot.send_message(group, "x")
    await client.groups.change(group, bot="member")
    assert await bot.leave_chat(group)
    with pytest.raises(TelegramForbiddenError, match="bot is not a member of the group chat"):
        await bot.send_message(group, "x")
    assert changes(await bot.get_updates())[-1].from_user.id == bot.id


async def test_a_member_who_never_started_the_bot_can_not_be_written_to(
    bot: Bot, group: int
) -> None:
    with pytest.raises(TelegramForbiddenError, match="can't initiate conversation with a user"):
        await bot.send_message(11, "x")


async def test_a_groups_menu_has_its_own_commands(
    client: SandboxClient, bot: Bot, group: int
) -> None:
    def commands(name: str) -> list[BotCommand]:
        return [BotCommand(command=name, description=name)]

    await bot.set_my_commands(commands("private"), scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands(commands("group"), scope=BotCommandScopeAllGroupChats())
    assert [one["command"] for one in await client.commands(group)] == ["group"]
    assert [one["command"] for one in await client.commands(11)] == ["private"]


async def test_supergroups_and_groups_without_the_bot(client: SandboxClient, bot: Bot) -> None:
    chat_id = await client.groups.make("Без бота", [1], bot="left", kind="supergroup")
    assert str(chat_id).startswith("-100")
    await client.send_text("/help", 1, chat_id=chat_id)
    assert await bot.get_updates() == []
    with pytest.raises(SandboxRefusalError, match="people must be a list"):
        await client._wire.post("/sandbox/groups", {"people": 5})
    with pytest.raises(SandboxRefusalError, match="there is no such chat"):
        await client.messages(-5)
