"""What Telegram shows of the bot by itself: menus of commands, the menu button, descriptions."""

import logging
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    MenuButtonCommands,
)

from bot.commands import commands_for, commands_of
from bot.config import Settings
from bot.i18n import Locales, Translator
from domain.person import Person
from domain.ports import PeopleRepository

_RUSSIAN_CODES: Final = ("ru", "uk", "be", "kk")
_log = logging.getLogger(__name__)


async def publish_profile(bot: Bot, locales: Locales) -> None:
    """For everybody: English by default, Russian where Russian is read."""
    scope = BotCommandScopeAllPrivateChats()
    for translator, code in ((locales["en"], None), *((locales["ru"], c) for c in _RUSSIAN_CODES)):
        menu = _menu(translator, commands_of(set()))
        await bot.set_my_commands(menu, scope=scope, language_code=code)
        await _describe(bot, translator, code)
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())


async def publish_admin_menus(
    bot: Bot, locales: Locales, people: PeopleRepository, settings: Settings
) -> None:
    """Admins' commands may be new with this version of the bot."""
    for user_id in sorted({*settings.admin_ids, *await people.admin_ids()}):
        person = await people.find(user_id)
        if person is not None:  # else they have not written yet, and get it with /start
            await show_menu(bot, locales, person, settings)


async def show_menu(bot: Bot, locales: Locales, person: Person, settings: Settings) -> None:
    """Gives the person's chat the menu of their role, rights and language.

    To be called when one of these changes. A chat that can't be reached is no error.
    """
    translator = locales.for_code(person.language)
    menu = _menu(translator, commands_for(person, settings))
    try:
        await bot.set_my_commands(menu, scope=BotCommandScopeChat(chat_id=person.user_id))
    except (TelegramBadRequest, TelegramForbiddenError) as error:
        _log.info("the menu of person %s stays: %s", person.user_id, error.message)


async def _describe(bot: Bot, translator: Translator, code: str | None) -> None:
    """Telegram counts changes, so it is only told what is new."""
    description = translator.plain("profile-description")
    if (await bot.get_my_description(language_code=code)).description != description:
        await bot.set_my_description(description=description, language_code=code)
    short = translator.plain("profile-short")
    if (await bot.get_my_short_description(language_code=code)).short_description != short:
        await bot.set_my_short_description(short_description=short, language_code=code)


def _menu(translator: Translator, names: tuple[str, ...]) -> list[BotCommand]:
    return [
        BotCommand(command=name, description=translator.plain(f"command-{name}")) for name in names
    ]
