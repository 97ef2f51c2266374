"""Admins' talks with the real bot over HTTP: people, invitations, broadcasts, the log."""

import signal
from collections import Counter

import pytest

from bot.i18n import Language
from sandbox.client import SandboxClient
from tests.e2e.chatting import Chat
from tests.e2e.conftest import Meet
from tests.e2e.resumes import SAMPLES
from tests.e2e.running import RunningBot
from tests.e2e.words import NO_SUCH_COMMAND

pytestmark = pytest.mark.asyncio(loop_scope="session")
PANEL = ("Панель администратора", "Admin panel")
SPAM = ("спам", "spam")
MAKE_ADMIN = ("Сделать админом", "Make admin")
BAN = ("Блокировать", "Ban")
LIFTED = ("снова открыл вам доступ", "opened the bot to you again")
LOOKS_SO = ("Так сообщение увидят", "how people will see it")
SEND = ("📣 Отправить", "📣 Send")
SENDING = ("Рассылаю", "Sending")
OVER = ("Рассылка закончена", "The broadcast is over")
IN_THIS_LANGUAGE = ("По-русски", "In English")
CHOSEN = ("тем, кто выбрал русский", "those who chose English")


async def test_people_are_banned_made_admins_and_all_is_in_the_log(
    admin: Chat, recruiter: Chat, client: SandboxClient
) -> None:
    await recruiter.says("/admin", NO_SUCH_COMMAND)
    menu = await admin.says("/admin", PANEL, ("Люди", "People"), ("Журнал", "Log"))
    await admin.taps(menu, ("Люди", "People"), ("напишите его id", "write their id"))
    shown = await admin.says(str(recruiter.user_id), ("Человек", "Person"), BAN)
    await admin.taps(shown, BAN, ("Напишите причину", "Write the reason"))
    banned = await admin.says(SPAM, ("Причина: спам", "Reason: spam"))
    await recruiter.sees(("закрыл вам доступ", "closed the bot to you"), SPAM)
    await client.send_text("/help", recruiter.user_id, recruiter.language)
    await admin.taps(banned, ("Разблокировать", "Lift the ban"), MAKE_ADMIN)
    await recruiter.sees(LIFTED)
    await recruiter.says("/help", "/history")
    await admin.taps(banned, MAKE_ADMIN, ("администратором?", "an admin?"))
    yes = ("Да", "Yes")
    await admin.taps(banned, yes, ("Администратор: назначен", "Admin: made one"))
    told = await recruiter.sees(("Вас сделали администратором", "You are an admin now"))
    acts = (("сделал администратором", "made an admin"), ("разблокировал", "lifted the ban"))
    log = await recruiter.says("/log", *acts, ("заблокировал", "banned"), SPAM)
    assert log.message_id > told.message_id
    table = ("Весь журнал в CSV", "The whole log as CSV")
    await recruiter.taps(log, table)
    file = await recruiter.gets(".csv")
    assert str(recruiter.user_id) in (await client.download(file)).decode("utf-8-sig")
    away = ("Снять с", "Take the admin rights")
    await admin.taps(banned, ("Снять права", "Take rights"), away)
    await admin.taps(banned, yes, MAKE_ADMIN)
    await recruiter.says("/log", NO_SUCH_COMMAND)


async def test_a_ban_is_typed_and_taken_back(admin: Chat, recruiter: Chat) -> None:
    number = recruiter.user_id
    await admin.says("/ban", "/ban 123456789")
    await admin.says((f"/ban {number} спам", f"/ban {number} spam"), ("заблокирован", "is banned"))
    await recruiter.sees(("закрыл вам доступ", "closed the bot to you"), SPAM)
    await admin.says(f"/unban {number}", ("снова может", "may use the bot again"))
    await recruiter.sees(LIFTED)


async def test_an_invitation_is_made_by_buttons_and_revoked(admin: Chat) -> None:
    listed = await admin.says("/invite", ("Приглашения", "Invitations"))
    new = await admin.taps(listed, ("Новое приглашение", "New invitation"), ("Срок", "Days:"))
    await admin.taps(new, "30", ("Срок, дней: 30", "Days: 30"))
    await admin.says("<HR>", ("Заметка: <HR>", "Note: <HR>"))
    terms = (await admin.bot_messages())[-1]
    link = await admin.taps(terms, ("Создать ссылку", "Make the link"), "?start=")
    assert "t.me" in link.text
    listed = await admin.sees(
        "<HR>", ("Новое приглашение", "New invitation"), after=terms.message_id
    )
    number = link.text.partition(admin.word(("№", "No. ")))[2].split()[0]
    said = await admin.toast(listed, f"✖️ №{number}")
    assert admin.word(("отозвано", "is revoked")) in said


async def test_a_broadcast_is_looked_at_sent_and_counts_the_blocked(
    admin: Chat, recruiter: Chat, meet: Meet, language: Language, client: SandboxClient
) -> None:
    lost = await meet(language)
    await client.set_person(lost.user_id, is_deactivated=True)
    await admin.says("/broadcast", ("Пришлите или перешлите", "Send or forward"))
    sent = await client.send_file(
        *(SAMPLES / "scan.png", None, admin.user_id, admin.language),
        caption="News",
        as_photo=True,
    )
    check = await admin.sees(LOOKS_SO, after=sent.message_id)
    check = await admin.taps(check, IN_THIS_LANGUAGE, CHOSEN)
    await admin.taps(check, SEND, SENDING)
    got = await recruiter.sees("News")
    assert got.file is not None
    await admin.sees(
        OVER,
        ("Заблокировали бота: 1", "Have blocked the bot: 1"),
        ("Не дошло: 0", "Not delivered: 0"),
        after=check.message_id - 2,
    )
    reading = ("Читаю", "Reading")
    assert not await admin.sees_how_many(reading)


async def test_a_broadcast_is_stopped_on_its_way(
    admin: Chat, recruiter: Chat, client: SandboxClient
) -> None:
    await admin.says("/broadcast", ("Пришлите или перешлите", "Send or forward"))
    check = await admin.says(("Всем привет", "Hello to all"), LOOKS_SO)
    await client.set_fault("copyMessage", "slow", seconds=1)
    sending = await admin.taps(check, SEND, SENDING)
    stop = ("Остановить рассылку", "Stop the broadcast")
    await admin.taps(sending, stop, ("Рассылка остановлена", "The broadcast was stopped"))


async def test_a_killed_bot_goes_on_with_its_broadcast(
    russian: Chat, client: SandboxClient, bot: RunningBot, operators: dict[Language, Chat]
) -> None:
    """One broadcast in each language, to those who chose it."""
    checks = []
    for admin in operators.values():
        await admin.says("/broadcast", ("Пришлите или перешлите", "Send or forward"))
        check = await admin.says("Проверка связи", LOOKS_SO)
        checks.append((admin, await admin.taps(check, IN_THIS_LANGUAGE, CHOSEN)))
    before = len(await client.calls("copyMessage"))
    await client.set_fault("copyMessage", "retry_after", seconds=2, count=2)
    for admin, check in checks:
        await admin.taps(check, SEND, SENDING)
    await bot.restart(signal.SIGKILL)
    for admin, check in checks:
        nothing_lost = ("Не дошло: 0", "Not delivered: 0")
        await admin.sees(OVER, nothing_lost, after=check.message_id - 2)
    copies = (await client.calls("copyMessage"))[before:]
    reached = Counter(one["parameters"]["chat_id"] for one in copies if not one["error_code"])
    assert str(russian.user_id) in reached
    # At most the one of each that could not be noted any more has it twice.
    assert sum(reached.values()) - len(reached) <= len(operators)
