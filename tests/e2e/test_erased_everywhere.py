"""After /deletedata no byte of a person is left: in the database and beside it, in temporary files,
in a log that says all it can. And no file of theirs was ever written, even by a bot that died."""

import base64
import json
import signal
from pathlib import Path
from urllib.parse import quote

import pytest

from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from tests.e2e.chatting import Chat
from tests.e2e.resumes import SAMPLES
from tests.e2e.running import RunningBot
from tests.e2e.words import SCORE

pytestmark = pytest.mark.asyncio(loop_scope="session")

CONTEST = ("Оспорить", "Contest")
LOADING = "loading the model"
NAME, FIRST_NAME, CITY, COMPANY, SKILL, DUTY, WORD, TYPED, SEARCHED = MARKERS = (
    *("Орлова Вероника", "Зквимя", "Зкгородск", "Зкфирма", "Зкнавык", "Зкобязанность"),
    *("Зкспорно", "Зкисправлено", "Зкискал"),
)
FILE_NAME = "Zkfile"


def resume() -> bytes:
    text = (SAMPLES / "free_ru_cp1251.txt").read_bytes().decode("cp1251")
    assert NAME in text
    for known, marker in (
        *(("Пермь", CITY), ("Камская волна", COMPANY), ("BPMN, UML", f"{SKILL}, UML")),
        ("Отчёты", f"{DUTY}, отчёты"),
    ):
        assert known in text
        text = text.replace(known, marker)
    return text.encode("cp1251")


def left_of_the_person(folder: Path) -> list[tuple[str, str]]:
    """Which marker lies in which file, however it is spelled there."""
    files = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert files
    return [
        (marker, str(path.relative_to(folder)))
        for marker in (*MARKERS, FILE_NAME)
        for path, content in files.items()
        if any(spelled in content for spelled in spellings(marker))
    ]


def spellings(text: str) -> set[bytes]:
    return {
        *(text.encode(), text.encode("utf-16-le"), quote(text).encode()),
        *(text.encode("cp1251"), json.dumps(text)[1:-1].encode(), text.encode("unicode_escape")),
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("data", "tmp", "log"):
        (tmp_path / name).mkdir()
    return tmp_path


async def everything(person: Chat, client: SandboxClient) -> None:
    """Leaves all the traces that a candidate can leave."""
    await client.set_person(person.user_id, first_name=FIRST_NAME)
    card = await person.sends(resume(), SCORE, COMPANY, name=f"{FILE_NAME}.txt")
    await person.taps(card, "Город", "В каком городе")
    card = await person.says(TYPED, SCORE, TYPED)
    answer = await person.scores(card)
    await person.taps(answer, CONTEST, "Оспорить оценку")
    await person.says(WORD, "Передал администраторам")
    page = await person.says("/history", "всего 1")
    await person.taps(page, "Поиск", "Найдено: 1")
    await person.says(SEARCHED, SEARCHED)
    await person.sends(resume(), SCORE, CITY, name=f"{FILE_NAME} 2.txt")


async def erases_all(person: Chat) -> None:
    asked = await person.says("/deletedata", "Удалить всё", "оценка с резюме")
    await person.taps(asked, "Да, удалить", "Готово: удалено всё")


@pytest.mark.timeout(300)
async def test_no_byte_of_a_person_is_left(folder: Path, bundle: Path) -> None:
    """First without DATA_KEY; then with it, by a bot whose forerunner was killed in a read."""
    async with SandboxServer() as server, SandboxClient(server.url) as client:
        bot = RunningBot(server, folder / "log", bundle, is_forked=True)
        bot.environment |= {
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/data/bot.db",
            "TMPDIR": str(folder / "tmp"),
            "LOG_LEVEL": "DEBUG",
        }
        first, second = (Chat(client, number, "ru", role="candidate") for number in (1000, 1001))
        try:
            await bot.start(until=LOADING)
            await everything(first, client)
            assert left_of_the_person(folder / "data")
            assert_only_the_database_lies_there(folder)
            await erases_all(first)
            assert not left_of_the_person(folder)
            await dies_while_it_reads(bot, second, client)
            assert_only_the_database_lies_there(folder)
            bot.environment |= {"DATA_KEY": base64.b64encode(b"k" * 32).decode()}
            await bot.start(until=LOADING)
            await second.sees(SCORE, COMPANY)
            await everything(second, client)
            assert not left_of_the_person(folder)
            await erases_all(second)
        finally:
            await bot.stop()
        assert " DEBUG " in bot.log
    assert not left_of_the_person(folder)
    assert_only_the_database_lies_there(folder)


async def dies_while_it_reads(bot: RunningBot, person: Chat, client: SandboxClient) -> None:
    await person.settles()
    await client.set_fault("getFile", "slow", seconds=1, count=1)
    await client.send_file(resume(), f"{FILE_NAME} 3.txt", person.user_id, "ru")
    await person.sees("Скачиваю")
    await bot.stop(signal.SIGKILL)
    await client.clear_faults()


def assert_only_the_database_lies_there(folder: Path) -> None:
    """No file of theirs lies anywhere."""
    assert not list((folder / "tmp").iterdir())
    names = {path.name for path in (folder / "data").iterdir()}
    assert names <= {"bot.db", "bot.db-wal", "bot.db-shm", "bot.db.lock"}
