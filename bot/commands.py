"""The menu of commands, in each language."""

from typing import Final

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from bot.i18n import Locales, Translator

COMMANDS: Final = ("score", "history", "help", "cancel", "start")
_RUSSIAN_CODES: Final = ("ru", "uk", "be", "kk")


async def publish_commands(bot: Bot, locales: Locales) -> None:
    """Tells Telegram the menu: English by default, Russian where Russian is read."""
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands(_menu(locales["en"]), scope=scope)
    for code in _RUSSIAN_CODES:
        await bot.set_my_commands(_menu(locales["ru"]), scope=scope, language_code=code)


def _menu(translator: Translator) -> list[BotCommand]:
    return [
        BotCommand(command=name, description=translator.plain(f"command-{name}"))
        for name in COMMANDS
    ]
