"""Who is an admin, and what others get for an admin's command."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.admins import IsAdmin, is_admin
from bot.config import Settings
from domain.person import Person
from tests.bot.conftest import ADMIN_ID, Desk
from tests.bot.people import START


def person(user_id: int, *, by_role: bool = False) -> Person:
    return Person(user_id=user_id, is_admin=by_role, joined_at=START, seen_at=START)


def test_admins_are_named_by_the_settings_or_by_an_admin() -> None:
    settings = Settings(_env_file=None, admin_ids=(7,))
    assert is_admin(person(7), settings)
    assert is_admin(person(8, by_role=True), settings)
    assert not is_admin(person(8), settings)


async def test_others_get_what_an_unknown_command_gets(desk: Desk) -> None:
    async def answer(message: Message) -> None:
        await message.answer("secret")

    router = Router()
    router.message.register(answer, Command("secret"), IsAdmin())
    desk.dispatcher.include_router(router)
    # Routers ask in their order, and unknown commands are answered before this late one.
    desk.dispatcher.sub_routers.insert(0, desk.dispatcher.sub_routers.pop())
    assert (await desk.person(user_id=ADMIN_ID).says("/secret")).text == "secret"
    refused = await desk.person(user_id=2).says("/secret")
    unknown = await desk.person(user_id=2).says("/sicret")
    assert refused.text == unknown.text
