"""Neither the token nor what a person sent reaches the log, whatever goes wrong, at DEBUG too."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from tests.e2e.chatting import Chat
from tests.e2e.running import RunningBot
from tests.hostile.deeds import MARK
from tests.hostile.run import FAULTY_BOT
from tests.unit.inference.bundle_factory import make_bundle

TOKEN = "1234567890:AAFakeButOfTheRightShape_0123456789abc"
WORDS = ("Ксенофонтова", "+7 999 123-45-67", "xeno@example.org", "Мурмонтёрск", "ООО «Тайносвет»")
RESUME = (
    f"{WORDS[0]} Марфа\n{WORDS[1]}, {WORDS[2]}\nЖелаемая должность: Инженер в {WORDS[4]}\n"
    f"Возраст: 30 лет\nГород: {WORDS[3]}\n\nОпыт работы\n2019.01 - 2023.12: Инженер, {WORDS[4]}\n"
    f"Отвечала за {WORDS[3]}\n\nКлючевые навыки: SQL, Python\n"
).encode()
NAME = f"{WORDS[0]}.txt"


async def test_nothing_of_a_person_and_no_token_is_logged(tmp_path: Path) -> None:
    bundle = make_bundle(tmp_path / "tiny")
    async with SandboxServer(token=TOKEN) as server, SandboxClient(server.url) as client:
        bot = RunningBot(server, tmp_path, bundle, module=FAULTY_BOT)
        bot.environment["LOG_LEVEL"] = "DEBUG"
        try:
            await bot.start()
            chat = Chat(client, 70_001)
            await _work(chat)
            await _meet_errors(chat, client)
            await _meet_nonsense(chat, server)
            await _meet_a_locked_database(chat, client, bot, tmp_path / "bot.db")
        finally:
            await bot.stop()
        log = bot.log
    assert "DEBUG" in log
    assert "a download broke off" in log
    assert "of no known form" in log
    secret = TOKEN.partition(":")[2]
    for word in (TOKEN, secret, *WORDS):
        assert word not in log, _around(log, word)
        assert json.dumps(word)[1:-1] not in log, word
        assert repr(word.encode())[2:-1] not in log, word


async def _work(chat: Chat) -> None:
    card = await chat.sends(RESUME, "Оценить", name=NAME)
    await chat.taps(card, "Оценить", "из 100")
    await chat.says(f"/history {WORDS[0]}")
    await chat.says(RESUME.decode() + "Вела отчёты и планы. " * 9, "Оценить")


async def _meet_errors(chat: Chat, client: SandboxClient) -> None:
    await chat.sends(MARK + b"raise\n" + RESUME, "повреждён", name=NAME)
    await chat.sends(b"%PDF-1.7\n" + RESUME, "повреждён", name=NAME)
    await client.set_fault("getFile", "error", count=9, error_code=404)
    await chat.sends(RESUME, "Не удалось получить файл", name=NAME)
    await client.clear_faults()
    await client.set_fault("file", "drop", count=3)
    await chat.sends(RESUME, "Оценить", name=NAME)
    await client.set_fault("sendMessage", "error", count=1, description="Bad Request: no such")
    await client.send_text(f"/history {WORDS[0]}", chat.user_id)
    await chat.says("/cancel")
    await client.clear_faults()


async def _meet_nonsense(chat: Chat, server: SandboxServer) -> None:
    """Updates of no known form: what pydantic says of them quotes their values."""
    person = server.telegram.people[chat.user_id].as_user()
    for message in (
        {"text": WORDS, "from": person},
        {"message_id": 1, "date": 1, "chat": {"id": WORDS[0]}, "from": person, "text": WORDS[3]},
    ):
        await server.telegram.updates.add("message", dict(message))
    await server.telegram.updates.add(
        "callback_query",
        {"id": "1", "from": person, "chat_instance": "1", "data": f"edit:{WORDS[0]}"},
    )
    await chat.says("/help", "Как её понимать")


async def _meet_a_locked_database(
    chat: Chat, client: SandboxClient, bot: RunningBot, database: Path
) -> None:
    """What could not be stored, its statement and its values, is an error of the driver."""
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        sent = await client.send_text(f"/history {WORDS[0]}", chat.user_id)
        await bot.wait_for_log("no updates (None DatabaseBusyError")
        other.execute("ROLLBACK")
    await chat.sees("Найдено: 1", after=sent.message_id)


def _around(log: str, word: str) -> str:
    at = log.index(word)
    return log[max(0, at - 600) : at + 200]
