"""Who gets in: invitations, bans and blocks."""

import asyncio
from datetime import timedelta

import pytest
from aiogram.methods import AnswerCallbackQuery, AnswerInlineQuery
from aiogram.types import (
    Chat,
    ChatMemberBanned,
    InlineQuery,
    Update,
    User,
)

from bot.middlewares import access
from bot.updates.dispatch import chat_of
from domain.administration import NewInvite, token_sha256
from domain.work import StoredUpdate
from tests.bot.chat import BOT_USER, START
from tests.bot.conftest import ADMIN_ID, Desk, MakeDesk
from tests.bot.memberships import IN, changes

STRANGER = 60
TOKEN = "Ab3_-" * 8
NEXT_DAY = timedelta(days=1)


async def invite(desk: Desk, *, uses: int = 1, token: str = TOKEN) -> int:
    new = NewInvite(
        token_sha256=token_sha256(token),
        created_by=ADMIN_ID,
        expires_at=desk.clock.now + NEXT_DAY,
        uses_left=uses,
        note=None,
    )
    return (await desk.database.invites.add(new)).id


async def is_let_in(desk: Desk, user_id: int, text: str) -> bool:
    before = len(desk.bot.shown)
    told = await desk.person("en", user_id).says(text)
    return len(desk.bot.shown) > before and "sk an admin for" not in (told.text or "")


async def test_only_admins_and_the_invited_come_in(make_desk: MakeDesk) -> None:
    desk = await make_desk(access="invite")
    await desk.database.directory.set_admin(3, is_admin=True)
    await invite(desk)
    assert await is_let_in(desk, ADMIN_ID, "/help")
    assert await is_let_in(desk, 3, "/help")
    for user_id, text in ((61, "/start"), (62, "/start wrong"), (63, "/help"), (64, "cv " * 200)):
        assert not await is_let_in(desk, user_id, text)
    assert await is_let_in(desk, STRANGER, f"/start {TOKEN}")
    assert await is_let_in(desk, STRANGER, "/help")
    assert not await is_let_in(desk, 65, f"/start {TOKEN}")
    assert not desk.tasks.accepted


async def test_an_invitation_counts_once_a_person_and_ends(make_desk: MakeDesk) -> None:
    desk = await make_desk(access="invite")
    first = await invite(desk, uses=2)
    for _ in range(3):
        assert await is_let_in(desk, STRANGER, f"/start {TOKEN}")
    [left] = await desk.database.invites.list_open()
    assert (left.uses_left, left.used) == (1, 1)
    await desk.database.invites.revoke(first)
    assert not await is_let_in(desk, 61, f"/start {TOKEN}")
    await invite(desk, token="late")
    desk.clock.now += 2 * NEXT_DAY
    assert not await is_let_in(desk, 62, "/start late")
    assert await is_let_in(desk, STRANGER, "/help")


async def test_many_at_once_use_an_invitation_up_exactly(make_desk: MakeDesk) -> None:
    desk = await make_desk(access="invite")
    await invite(desk, uses=2)
    redeem, ids = desk.database.invites.redeem, range(61, 67)
    for user_id in ids:
        await desk.database.people.meet(user_id)
    let_in = await asyncio.gather(*(redeem(token_sha256(TOKEN), user_id) for user_id in ids))
    assert sum(let_in) == 2
    assert not await redeem(token_sha256(TOKEN), 99)


async def test_the_closed_door_is_told_once_an_hour(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = await make_desk(access="invite")
    stranger = desk.person("en", STRANGER)
    for _ in range(3):
        await stranger.says("/start")
    assert len(desk.bot.shown) == 1
    monkeypatch.setattr(access, "SILENT_SECONDS", 0.0)
    later = await make_desk(access="invite")
    for _ in range(2):
        await later.person("en", STRANGER).says("/start")
    assert len(later.bot.shown) == 2


async def test_a_link_that_opens_nothing_is_told_apart_from_the_closed_door(
    make_desk: MakeDesk,
) -> None:
    desk = await make_desk(access="invite")
    stranger = desk.person("en", STRANGER)
    assert "is closed" in ((await stranger.says("/start")).text or "")
    told = await stranger.says(f"/start {TOKEN}")
    assert "used up, out of date or revoked" in (told.text or "")
    for text in (f"/start {TOKEN}", "/start vacancy_7"):
        await stranger.says(text)
    assert len(desk.bot.shown) == 2


async def test_a_banned_person_gets_one_word_and_nothing_else(desk: Desk) -> None:
    person = desk.person("en", 2)
    shown = await person.says("/score")
    await desk.database.directory.ban(2, "spam")
    for text in ("/start", "/help", "word " * 100):
        await person.says(text)
    assert "can't use this bot any more" in (desk.bot.last.text or "")
    assert len(desk.bot.shown) == 2
    await person.taps("Fill in", shown)
    assert isinstance(desk.bot.calls[-1], AnswerCallbackQuery)
    assert desk.bot.calls[-1].text is None
    query = InlineQuery(
        id="1", from_user=User(id=2, is_bot=False, first_name="P"), query="", offset=""
    )
    await desk.dispatcher.feed_update(desk.bot, Update(update_id=9, inline_query=query))
    assert isinstance(desk.bot.calls[-1], AnswerInlineQuery)
    assert desk.bot.calls[-1].results == []
    assert not desk.tasks.accepted
    await desk.database.directory.unban(2)
    assert "/score" in ((await person.says("/help")).text or "")


async def test_an_admin_of_the_settings_can_not_be_locked_out(desk: Desk) -> None:
    await desk.database.directory.ban(ADMIN_ID, None)
    assert "/score" in ((await desk.person("en", ADMIN_ID).says("/help")).text or "")


BLOCKED = ChatMemberBanned(user=BOT_USER, until_date=START)


def test_blocks_are_handled_in_the_persons_order() -> None:
    body = {"update_id": 1, "my_chat_member": {"chat": {"id": 7}, "from": {"id": 8}}}
    assert chat_of(StoredUpdate(key=1, bot_id=42, update_id=1, body=body, attempts=0)) == 7


async def test_who_blocks_the_bot_is_noted_until_they_come_back(desk: Desk) -> None:
    chat, people = Chat(id=1, type="private"), desk.database.people
    await changes(desk, chat, IN, BLOCKED)
    person = await people.find(1)
    assert person
    assert person.blocked_at == desk.clock.now
    await changes(desk, chat, BLOCKED, IN)
    person = await people.find(1)
    assert person
    assert person.blocked_at is None
    await changes(desk, Chat(id=70, type="private"), IN, BLOCKED, by=70)
    assert await people.find(70) is None
    assert not desk.bot.calls
