import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    MenuButtonCommands,
    MenuButtonDefault,
)

from sandbox.client import SandboxClient


def commands(*names: str) -> list[BotCommand]:
    return [BotCommand(command=name, description=f"does {name}") for name in names]


async def test_a_persons_menu_takes_the_narrowest_scope_and_their_language(
    client: SandboxClient, bot: Bot
) -> None:
    async def menu(user_id: int) -> list[str]:
        return [one["command"] for one in await client.commands(user_id)]

    await client.send_text("hi", user_id=1, language="ru")
    await client.send_text("hi", user_id=2, language="en")
    await bot.set_my_commands(commands("start"))
    assert await menu(1) == ["start"]
    private = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands(commands("start", "score"), scope=private)
    await bot.set_my_commands(commands("russian"), scope=private, language_code="ru")
    assert await menu(1) == ["russian"]
    assert await menu(2) == ["start", "score"]
    admin = BotCommandScopeChat(chat_id=2)
    await bot.set_my_commands(commands("stats"), scope=admin)
    assert await menu(2) == ["stats"]
    [set_for_admin] = await bot.get_my_commands(scope=admin)
    assert (set_for_admin.command, set_for_admin.description) == ("stats", "does stats")
    await bot.delete_my_commands(scope=admin)
    assert await menu(2) == ["start", "score"]
    assert await bot.get_my_commands(scope=admin) == []


@pytest.mark.parametrize(
    ("command", "description", "problem"),
    [
        ("Start", "x", "BOT_COMMAND_INVALID"),
        ("a" * 33, "x", "BOT_COMMAND_INVALID"),
        ("start", " ", "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("start", "x" * 257, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_commands_that_telegram_refuses(
    bot: Bot, command: str, description: str, problem: str
) -> None:
    with pytest.raises(TelegramBadRequest, match=problem):
        await bot.set_my_commands([BotCommand(command=command, description=description)])


async def test_texts_by_language(bot: Bot) -> None:
    await bot.set_my_description("Rates resumes")
    await bot.set_my_description("Оценивает резюме", language_code="ru")
    assert (await bot.get_my_description(language_code="ru")).description == "Оценивает резюме"
    assert (await bot.get_my_description(language_code="de")).description == "Rates resumes"
    await bot.set_my_short_description("short")
    assert (await bot.get_my_short_description()).short_description == "short"
    await bot.set_my_name("Resume expert")
    assert (await bot.get_my_name()).name == "Resume expert"
    with pytest.raises(TelegramBadRequest, match="too long"):
        await bot.set_my_short_description("x" * 121)


async def test_the_menu_button(bot: Bot, chat: int) -> None:
    assert isinstance(await bot.get_chat_menu_button(chat_id=chat), MenuButtonCommands)
    await bot.set_chat_menu_button(menu_button=MenuButtonDefault())
    assert isinstance(await bot.get_chat_menu_button(chat_id=chat), MenuButtonDefault)


async def test_a_chat_is_the_person(bot: Bot, chat: int) -> None:
    full = await bot.get_chat(chat)
    assert (full.id, full.type, full.first_name) == (1, "private", "Гость 1")
