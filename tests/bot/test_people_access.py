"""Who gets in: invitations, bans, blocks, groups and deep links."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from aiogram.methods import AnswerCallbackQuery, AnswerInlineQuery
from aiogram.types import (
    CallbackQuery,
    Chat,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberMember,
    ChatMemberUpdated,
    InlineQuery,
    Message,
    MessageEntity,
    Update,
    User,
)
from hypothesis import given
from hypothesis import strategies as st

from bot.deep_links import payload_of, vacancy_id_of
from bot.middlewares import access
from bot.replies.keyboards import Go
from bot.updates.dispatch import chat_of
from domain.administration import NewInvite, token_sha256
from domain.vacancy import NewVacancy
from domain.work import StoredUpdate
from tests.bot.chat import BOT_USER, START, labels
from tests.bot.conftest import ADMIN_ID, Desk, MakeDesk

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
    await stranger.says("/start")
    assert len(desk.bot.shown) == 2


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


Membership = ChatMemberLeft | ChatMemberMember | ChatMemberBanned


async def changes(desk: Desk, chat: Chat, old: Membership, new: Membership, by: int = 1) -> None:
    user = User(id=by, is_bot=False, first_name="P", language_code="ru")
    change = ChatMemberUpdated(
        chat=chat, from_user=user, date=START, old_chat_member=old, new_chat_member=new
    )
    await desk.dispatcher.feed_update(desk.bot, Update(update_id=7, my_chat_member=change))


OUT, IN = ChatMemberLeft(user=BOT_USER), ChatMemberMember(user=BOT_USER)
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


async def test_a_link_opens_the_recruiters_own_vacancy(desk: Desk) -> None:
    vacancy = await desk.database.vacancies.add(NewVacancy(user_id=2, title="Аналитик"))
    link = f"/start vacancy_{vacancy.id}"
    assert "Аналитик" in ((await desk.person("ru", 2).says(link)).text or "")
    assert "Можно начинать" in ((await desk.person("ru", 3).says(link)).text or "")
    await desk.settle(2, "candidate")
    assert "Можно начинать" in ((await desk.person("ru", 2).says(link)).text or "")


async def test_a_link_waits_for_the_consent(desk: Desk) -> None:
    vacancy = await desk.database.vacancies.add(NewVacancy(user_id=STRANGER, title="Аналитик"))
    newcomer = desk.person("ru", STRANGER)
    asked = await newcomer.says(f"/start vacancy_{vacancy.id}")
    assert asked.reply_to_message
    await newcomer.taps("Согласен")
    assert "Аналитик" in ((await newcomer.taps("Я рекрутер")).text or "")


@pytest.mark.parametrize(
    "payload", ["vacancy_", "vacancy_-1", "vacancy_1e9", "vacancy_" + "9" * 40, "<b>", "a b", "я"]
)
async def test_a_hostile_link_is_a_plain_start(desk: Desk, payload: str) -> None:
    assert "Можно начинать" in ((await desk.person().says(f"/start {payload}")).text or "")


@given(st.text(max_size=80))
def test_a_payload_is_what_telegram_allows_or_nothing(text: str) -> None:
    message = Message(
        message_id=1, date=START, chat=Chat(id=1, type="private"), text=f"/start {text}"
    )
    payload = payload_of(message)
    if payload is not None:
        assert len(payload) <= 64
        assert payload.isascii()
        assert payload == text.strip()
    found = vacancy_id_of(payload)
    assert found is None or 0 <= found < 10**15
