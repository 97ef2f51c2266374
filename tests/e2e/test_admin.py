"""Admins' talks with the real bot over HTTP: people, invitations, files, health, a broadcast."""

import signal
from collections import Counter
from pathlib import Path

import pytest

from sandbox.client import SandboxClient
from tests.e2e.chatting import Chat
from tests.e2e.running import RunningBot

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("e2e")]


async def test_an_admin_bans_makes_an_admin_and_reads_the_log(
    admin: Chat, english: Chat, client: SandboxClient
) -> None:
    await english.says("/admin", "no such command")
    menu = await admin.says("/admin", "Панель администратора", "Люди", "Журнал")
    await admin.taps(menu, "Люди", "всего", "напишите его id")
    shown = await admin.says(str(english.user_id), "Человек", "рекрутер", "Блокировать")
    await admin.taps(shown, "Блокировать", "Напишите причину")
    shown = await admin.says("спам", "Причина: спам", "Разблокировать")
    await english.sees("closed the bot to you", "спам")
    await client.send_text("/help", english.user_id, "en")
    await admin.taps(shown, "Разблокировать", "Блокировать")
    await english.sees("opened the bot to you again")
    await english.says("/help", "/history")
    await admin.taps(shown, "Сделать админом", "администратором?")
    await admin.taps(shown, "Да", "Администратор: назначен")
    told = await english.sees("You are an admin now")
    log = await english.says("/log", "made an admin", "lifted the ban", "banned", "спам")
    assert log.message_id > told.message_id
    await admin.taps(shown, "Снять права", "Снять с")
    await admin.taps(shown, "Да", "Сделать админом")
    await english.says("/log", "no such command")


async def test_files_and_health(admin: Chat, client: SandboxClient) -> None:
    menu = await admin.says("/admin", "Панель администратора")
    await admin.taps(menu, "Копия базы", "Копия базы: проверена")
    packed = await admin.sees("Копия базы: проверена", after=menu.message_id)
    assert (await client.download(packed))[:2] == b"\x1f\x8b"
    await admin.sees("Копия базы готова", after=menu.message_id)
    export = await admin.says("/export", "персональные данные", "человек")
    assert (await client.download(export))[:2] == b"PK"
    health = await admin.says("/health", "SQLite", "Модель", "compact", "Копия базы")
    assert "сегодня" in health.text
    card = await admin.says("/model", "compact", "отвечает людям")
    shown = await admin.taps(card, "compact", "Демо-модель", "ROC-AUC")
    await admin.taps(shown, "Карточка", "Демо-модель")
    names = [one.file.name for one in await admin.bot_messages() if one.file]
    assert "compact-MODEL_CARD.md" in names


async def test_an_invitation_and_a_broadcast_with_a_photo(
    admin_in_english: Chat, russian: Chat, client: SandboxClient
) -> None:
    admin = admin_in_english
    link = await admin.says("/invite 3 2 for <friends>", "2 people", "?start=")
    await admin.says("/invite", "for <friends>", "0 of 2 came in")
    assert "t.me" in link.text
    await admin.says("/broadcast", "Send or forward")
    sent = await client.send_file(
        SAMPLES / "scan.png", None, admin.user_id, "en", caption="News", as_photo=True
    )
    check = await admin.sees("how people will see it", after=sent.message_id)
    check = await admin.taps(check, "In Russian", "those who chose Russian")
    await admin.taps(check, "📣 Send", "Sending")
    got = await russian.sees("News")
    assert got.file is not None
    await admin.sees("The broadcast is over", "Not delivered: 0", after=check.message_id - 2)
    assert not [one for one in await admin.bot_messages() if "Reading" in one.text]


async def test_a_killed_bot_goes_on_with_its_broadcast(
    admin: Chat, client: SandboxClient, bot: RunningBot
) -> None:
    await admin.says("/broadcast", "Пришлите или перешлите")
    check = await admin.says("Проверка связи", "Так сообщение увидят")
    before = len(await client.calls("copyMessage"))
    await client.set_fault("copyMessage", "retry_after", seconds=2, count=1)
    await admin.taps(check, "Отправить", "Рассылаю")
    await bot.restart(signal.SIGKILL)
    await admin.sees("Рассылка закончена", "Не дошло: 0", after=check.message_id - 2)
    copies = (await client.calls("copyMessage"))[before:]
    reached = Counter(one["parameters"]["chat_id"] for one in copies if not one["error_code"])
    assert reached
    # At most the one that could not be noted any more has it twice.
    assert sum(reached.values()) - len(reached) <= 1
