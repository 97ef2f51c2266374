"""Albums, archives and tables with the real bot: progress, one table, files, kills and stops."""

import csv
import io
import json
import signal
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from sandbox.client import SandboxClient
from tests.e2e.chatting import Chat
from tests.e2e.running import RunningBot

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("e2e")]
GOOD = ("hh_ru_2024.pdf", "free_ru.docx", "hh_en.pdf", "linkedin.pdf", "free_ru.odt", "indeed.txt")


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.timeout(240)
async def test_an_archive_outlives_two_kills(
    russian: Chat, client: SandboxClient, bot: RunningBot
) -> None:
    files = {name: sample(name) for name in GOOD}
    files |= {"копия.docx": files["free_ru.docx"], "битый.pdf": sample("damaged.pdf")}
    files["__MACOSX/._hh.pdf"] = b"litter"
    await russian.settles()
    archive = zipped({f"Резюме/{name}": content for name, content in files.items()})
    await russian.sends(archive, "Пакет", name="все.zip")
    await bot.restart(signal.SIGKILL, until="loading the model")
    await russian.sees("Пакет", "Прочитано")
    await bot.restart(signal.SIGKILL)
    ready = await russian.sees("Рейтинг готов: 6 резюме. Без оценки: 1.")
    table = await russian.sees("Рейтинг: 6 резюме", "1 повтор объединён")
    assert ready.message_id > table.message_id
    assert "(+1)" in table.text
    assert "Демо-модель" in table.text
    assert len([one for one in await russian.bot_messages() if "Рейтинг:" in one.text]) == 1
    failures = await russian.taps(table, "Без оценки: 1", "битый.pdf", "Файл повреждён")
    assert failures.message_id == table.message_id
    table = await russian.taps(failures, "К рейтингу", "Рейтинг: 6 резюме")
    answer = await russian.taps(table, "1", "из 100", "История")
    assert answer.message_id > ready.message_id
    await russian.says("/history", "6")


async def test_an_album_in_english(english: Chat, client: SandboxClient) -> None:
    await english.settles()
    for name in ("free_en.docx", "hh_en.pdf", "not_a_resume.txt"):
        await client.send_file(
            SAMPLES / name, None, english.user_id, "en", media_group_id=f"album {english.user_id}"
        )
    # Of eleven files an app makes an album of ten, and one that comes alone.
    await client.send_file(SAMPLES / "indeed.txt", None, english.user_id, "en")
    table = await english.sees("Ranking: 3 resumes", "Without a score: 1 file")
    await english.sees("The ranking is ready: 3 resumes. Without a score: 1.")
    message = await english.taps(table, "CSV", "The ranking as one sheet")
    text = (await client.download(message)).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["No."] for row in rows] == ["1", "2", "3"]
    assert {row["File"] for row in rows} == {"free_en.docx", "hh_en.pdf", "indeed.txt"}
    message = await english.taps(table, "XLSX", "The third sheet tells")
    book = zipfile.ZipFile(io.BytesIO(await client.download(message)))
    assert len([name for name in book.namelist() if "worksheets/sheet" in name]) == 3


async def test_tables_in_json(russian: Chat, client: SandboxClient) -> None:
    rows = [
        {"position": f"Инженер {number}", "age": "30", "work_experience": "2019-01-01 - : инженер"}
        for number in range(201)
    ]
    await russian.settles()
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows[:2])
    await russian.sends(lines.encode(), "Рейтинг: 2 резюме", "ряды.jsonl #2", name="ряды.jsonl")
    content = json.dumps(rows, ensure_ascii=False).encode()
    await russian.sends(content, "не больше 200", name="много.json")
    await russian.sends(SAMPLES / "hh_api.json", "📊 Оценить")


async def test_a_stopped_batch_shows_what_is_ready(
    english: Chat, client: SandboxClient, bot: RunningBot
) -> None:
    await english.settles()
    await client.set_fault("getFile", "slow", seconds=1)
    for name in GOOD:
        await client.send_file(SAMPLES / name, None, english.user_id, "en", media_group_id="stop")
    progress = await english.sees("Read:", "Stop")
    stopped = await english.taps(progress, "Stop", "Stopped. Scored so far: 0 resumes")
    assert "Not reached" in stopped.text


@pytest.mark.system("tesseract")
async def test_photos_of_one_resumes_pages(english: Chat, client: SandboxClient) -> None:
    await english.settles()
    photo = io.BytesIO()  # Telegram makes every photo a JPEG
    Image.open(SAMPLES / "scan.png").convert("RGB").save(photo, "JPEG")
    for _ in range(2):
        await client.send_file(
            photo.getvalue(), "1.jpg", english.user_id, "en", as_photo=True, media_group_id="p"
        )
    question = await english.sees("You sent 2 photos", "Different people")
    card = await english.taps(question, "Pages of one resume", "📊 Score")
    assert card.message_id == question.message_id
