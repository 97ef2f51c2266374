"""One table of commands: what handlers answer, what menus show, what /help tells."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from aiogram import Router
from aiogram.filters import Command
from aiogram.methods import (
    GetMyDescription,
    GetMyShortDescription,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    TelegramMethod,
)
from aiogram.types import BotCommandScopeChat, BotDescription, BotShortDescription

from bot.admins import IsAdmin
from bot.commands import COMMANDS
from bot.i18n import LANGUAGES, Language, Locales
from bot.menu import publish_admin_menus, publish_profile
from tests.bot.chat import KeptBot
from tests.bot.conftest import ADMIN_ID, Desk
from tests.bot.test_windows import MESSAGE_UNITS

DESCRIPTION_CHARACTERS, SHORT_CHARACTERS, COMMAND_CHARACTERS = 512, 120, 256
ON_A_PHONE_CHARACTERS = 40


def registered(router: Router, above: Sequence[Any] = ()) -> Iterator[tuple[str, bool]]:
    """Each command that some handler answers, and whether only for admins."""
    of_router = router.message._handler.filters or ()
    above = [*above, *(one.callback for one in of_router)]
    for handler in router.message.handlers:
        filters = [*above, *(one.callback for one in handler.filters or ())]
        for one in filters:
            if isinstance(one, Command):
                is_guarded = any(isinstance(other, IsAdmin) for other in filters)
                yield from ((str(name), is_guarded) for name in one.commands)
    for inner in router.sub_routers:
        yield from registered(inner, above)


def test_the_table_and_the_handlers_are_the_same(desk: Desk) -> None:
    found = dict(registered(desk.dispatcher))
    assert found.keys() == COMMANDS.keys()
    assert {name for name, guarded in found.items() if guarded} == {
        name for name, audiences in COMMANDS.items() if audiences == {"admin"}
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_fit_into_what_telegram_shows(locales: Locales, language: Language) -> None:
    translator = locales[language]
    assert len(translator.plain("profile-description")) <= DESCRIPTION_CHARACTERS
    assert len(translator.plain("profile-short")) <= SHORT_CHARACTERS
    for name in COMMANDS:
        assert len(translator.plain(f"command-{name}")) <= ON_A_PHONE_CHARACTERS
        assert name.islower()
        assert len(name) <= 32


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["recruiter", "candidate"])
async def test_help_and_the_hint_tell_the_commands_of_the_role(
    desk: Desk, role: Any, language: Language
) -> None:
    await desk.settle(2, role)
    person = desk.person(language, 2)
    texts = [(await person.says(word)).text or "" for word in ("/help", "/nosuchcommand")]
    for text in texts:
        assert len(text.encode("utf-16-le")) // 2 <= MESSAGE_UNITS
        for name, audiences in COMMANDS.items():
            is_told = f"/{name}" in text.replace(",", " ").split()
            assert is_told == (role in audiences), name


async def test_admins_are_told_their_commands(desk: Desk) -> None:
    told = (await desk.person(user_id=ADMIN_ID).says("/help")).text or ""
    assert "/contested" in told


class DescribedBot(KeptBot):
    """Says that the Russian descriptions are what they are to be, and the English are not."""

    def __init__(self, locales: Locales) -> None:
        super().__init__()
        self._russian = locales["ru"]

    async def __call__(
        self, method: TelegramMethod[Any], request_timeout: int | None = None
    ) -> Any:
        if isinstance(method, GetMyDescription):
            known = self._russian.plain("profile-description") if method.language_code else ""
            return BotDescription(description=known)
        if isinstance(method, GetMyShortDescription):
            known = self._russian.plain("profile-short") if method.language_code else ""
            return BotShortDescription(short_description=known)
        return await super().__call__(method, request_timeout)


async def test_the_profile_is_published_in_both_languages(locales: Locales) -> None:
    bot = DescribedBot(locales)
    await publish_profile(bot, locales)
    menus = [call for call in bot.calls if isinstance(call, SetMyCommands)]
    assert [menu.language_code for menu in menus] == [None, "ru", "uk", "be", "kk"]
    names = [command.command for command in menus[0].commands]
    assert "settings" in names
    assert not {name for name in names if "admin" in COMMANDS[name]}
    assert menus[1].commands[0].description == "Оценить резюме"
    told = [
        call.language_code
        for call in bot.calls
        if isinstance(call, SetMyDescription | SetMyShortDescription)
    ]
    assert told == [None, None]


def menu_of(call: SetMyCommands) -> tuple[int, list[str]]:
    assert isinstance(call.scope, BotCommandScopeChat)
    return int(call.scope.chat_id), [command.command for command in call.commands]


async def test_a_menu_follows_role_language_and_rights(desk: Desk) -> None:
    newcomer = desk.person("en", 50)
    await newcomer.says("/start")
    await newcomer.taps("I agree")
    await newcomer.taps("candidate")
    await desk.person(user_id=ADMIN_ID).says("/start")
    menus = [call for call in desk.bot.calls if isinstance(call, SetMyCommands)]
    (first, names), (last, admins_names) = map(menu_of, menus)
    assert (first, last) == (50, ADMIN_ID)
    assert names == [name for name, audiences in COMMANDS.items() if "candidate" in audiences]
    assert "contested" in admins_names
    assert menus[0].commands[0].description == "Score a resume"


async def test_admins_who_have_written_get_their_menu_at_start(desk: Desk) -> None:
    await desk.database.directory.set_admin(3, is_admin=True)
    settings = desk.parts.settings.model_copy(update={"admin_ids": (ADMIN_ID, 12345)})
    await publish_admin_menus(desk.bot, desk.parts.locales, desk.database.people, settings)
    menus = [menu_of(call) for call in desk.bot.calls if isinstance(call, SetMyCommands)]
    assert [user_id for user_id, _ in menus] == [3, ADMIN_ID]
