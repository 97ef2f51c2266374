"""Albums, archives and tables with the real bot: progress, one table, files, kills and stops."""

import csv
import io
import json
import signal
import zipfile

import pytest

from sandbox.client import SandboxClient
from tests.e2e.chatting import Chat
from tests.e2e.resumes import SAMPLES, photo, rows, sample, zipped
from tests.e2e.running import RunningBot
from tests.e2e.words import SCORE, SCORED

pytestmark = pytest.mark.asyncio(loop_scope="session")
GOOD = ("hh_ru_2024.pdf", "free_ru.docx", "hh_en.pdf", "linkedin.pdf", "free_ru.odt", "indeed.txt")
RANKING = ("Рейтинг: 6 резюме", "Ranking: 6 resumes")
BATCH = ("Пакет", "Batch")


@pytest.mark.timeout(240)
async def test_archives_outlive_two_kills(russian: Chat, english: Chat, bot: RunningBot) -> None:
    files = {name: sample(name) for name in GOOD}
    files |= {"копия.docx": files["free_ru.docx"], "битый.pdf": sample("damaged.pdf")}
    files["__MACOSX/._hh.pdf"] = b"litter"
    archive = zipped({f"Резюме/{name}": content for name, content in files.items()})
    for chat in (russian, english):
        await chat.sends(archive, BATCH, name="все.zip")
    await bot.restart(signal.SIGKILL, until="loading the model")
    # In the middle of reading or after it: which, is the machine's choice.
    await bot.restart(signal.SIGKILL)
    for chat in (russian, english):
        await _is_ranked_once(chat)


async def _is_ranked_once(chat: Chat) -> None:
    ready = await chat.sees(
        (
            "Рейтинг готов: 6 резюме. Без оценки: 1.",
            "The ranking is ready: 6 resumes. Without a score: 1.",
        )
    )
    table = await chat.sees(RANKING, ("1 повтор объединён", "1 duplicate"))
    assert ready.message_id > table.message_id
    assert "(+1)" in table.text
    assert chat.word(("Демо-модель", "Demo model")) in table.text
    assert await chat.sees_how_many(RANKING) == 1
    why = ("Без оценки: 1", "Without a score: 1")
    failures = await chat.taps(table, why, "битый.pdf", ("Файл повреждён", "is damaged"))
    assert failures.message_id == table.message_id
    table = await chat.taps(failures, ("К рейтингу", "To the ranking"), RANKING)
    answer = await chat.taps(table, "1", SCORED, ("История", "History"))
    assert answer.message_id > ready.message_id
    await chat.says("/history", ("всего 6", "6 in all"))


async def test_an_album_is_ranked_exported_and_compared(
    recruiter: Chat, client: SandboxClient
) -> None:
    await _sends_album(recruiter, client, "free_en.docx", "hh_en.pdf", "not_a_resume.txt")
    # Of eleven files an app makes an album of ten, and one that comes alone.
    await client.send_file(SAMPLES / "indeed.txt", None, recruiter.user_id, recruiter.language)
    table = await recruiter.sees(
        ("Рейтинг: 3 резюме", "Ranking: 3 resumes"),
        ("Без оценки: 1 файл", "Without a score: 1 file"),
    )
    await recruiter.sees(("Рейтинг готов: 3 резюме.", "The ranking is ready: 3 resumes."))
    message = await recruiter.taps(table, "CSV", ("Рейтинг одним листом", "as one sheet"))
    text = (await client.download(message)).decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text), delimiter=recruiter.word((";", ","))))
    number, file = recruiter.word(("№", "No.")), recruiter.word(("Файл", "File"))
    assert [line[number] for line in lines] == ["1", "2", "3"]
    assert {line[file] for line in lines} == {"free_en.docx", "hh_en.pdf", "indeed.txt"}
    message = await recruiter.taps(table, "XLSX", ("На третьем листе", "The third sheet tells"))
    book = zipfile.ZipFile(io.BytesIO(await client.download(message)))
    assert len([name for name in book.namelist() if "worksheets/sheet" in name]) == 3
    compare = ("Сравнить первых: 3", "Compare the first 3")
    compared = await recruiter.taps(
        table, compare, ("Сравнение кандидатов", "Candidates compared"), "C."
    )
    assert compared.file is not None


async def test_tables_in_json(recruiter: Chat) -> None:
    ranked = ("Рейтинг: 2 резюме", "Ranking: 2 resumes")
    await recruiter.sends(rows(2), ranked, "ряды.jsonl #2", name="ряды.jsonl")
    table = json.dumps([json.loads(line) for line in rows(201).splitlines()]).encode()
    await recruiter.sends(table, ("не больше 200", "up to 200"), name="много.json")
    await recruiter.sends(SAMPLES / "hh_api.json", SCORE)


async def test_a_stopped_batch_shows_what_is_ready(recruiter: Chat, client: SandboxClient) -> None:
    await client.set_fault("getFile", "slow", seconds=1)
    await _sends_album(recruiter, client, *GOOD)
    stop = ("Остановить", "Stop")
    progress = await recruiter.sees(("Прочитано:", "Read:"), stop)
    so_far = ("Остановлено. Успел оценить: 0", "Stopped. Scored so far: 0 resumes")
    stopped = await recruiter.taps(progress, stop, so_far)
    assert recruiter.word(("Не дошла очередь", "Not reached")) in stopped.text


@pytest.mark.system("tesseract")
async def test_photos_of_one_resumes_pages(recruiter: Chat, client: SandboxClient) -> None:
    for _ in range(2):
        await client.send_file(
            *(photo(), "1.jpg", recruiter.user_id, recruiter.language),
            as_photo=True,
            media_group_id=f"photos {recruiter.user_id}",
        )
    asked = await recruiter.sees(
        ("Пришло 2 фото", "You sent 2 photos"), ("Разные люди", "Different people")
    )
    pages = ("Страницы одного резюме", "Pages of one resume")
    card = await recruiter.taps(asked, pages, SCORE)
    assert card.message_id == asked.message_id


async def _sends_album(chat: Chat, client: SandboxClient, *names: str) -> None:
    for name in names:
        await client.send_file(
            *(SAMPLES / name, None, chat.user_id, chat.language),
            media_group_id=f"album {chat.user_id}",
        )
