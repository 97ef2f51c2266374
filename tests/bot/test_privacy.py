"""What a person may know and erase, with the bot's own words."""

import base64
import hashlib
import io
import json
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from aiogram.methods import SendDocument
from aiogram.types import Document

from bot.config import Settings
from bot.dialogs.draft import Draft
from bot.dialogs.opening import open_card
from bot.handlers import my_file, privacy
from bot.replies.privacy import EraseFile
from domain.vacancy import NewVacancy
from domain.work import NewTask
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.people import RESUME, analysis
from usecases.export_my_data import ExportMyData
from usecases.purge_old import PurgeOld

CONTENT = b"a resume as it was sent"
SHA = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def downloads(monkeypatch: pytest.MonkeyPatch) -> None:
    async def download(*_: Any) -> bytes:
        return CONTENT

    monkeypatch.setattr(my_file, "download", download)


async def test_my_data_is_one_file_with_everything(desk: Desk) -> None:
    await desk.keeps(analysis())
    await desk.database.vacancies.add(NewVacancy(user_id=1, title="Аналитик <b>"))
    await desk.person().says("/mydata")
    sent, files = [call for call in desk.bot.calls if isinstance(call, SendDocument)]
    rows = json.loads(sent.document.data)  # type: ignore[union-attr]
    assert rows["analyses"][0]["resume"]["city"] == "Барнаул"
    assert rows["vacancies"][0]["title"] == "Аналитик <b>"
    assert rows["person"][0]["user_id"] == 1
    assert rows["consents"]
    assert "/deletedata" in (sent.caption or "")
    with zipfile.ZipFile(io.BytesIO(files.document.data)) as packed:  # type: ignore[union-attr]
        assert packed.testzip() is None
        assert json.loads(packed.read("my_data.json")) == rows
        assert json.loads(packed.read("resumes/1.json")) == rows["analyses"][0]["resume"]
        tables = {name for name in packed.namelist() if name.startswith("tables/")}
        assert tables == {f"tables/{kind}.csv" for kind, records in rows.items() if records}
        assert "Аналитик <b>" in packed.read("tables/vacancies.csv").decode("utf-8-sig")


async def test_what_is_too_large_for_one_file_comes_packed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.keeps(*(analysis() for _ in range(9)))
    mine = await ExportMyData(desk.database.personal)(1)
    monkeypatch.setattr(privacy, "MOST_BYTES", len(mine.document) - 1)
    await desk.person().says("/mydata")
    (sent,) = [call for call in desk.bot.calls if isinstance(call, SendDocument)]
    assert sent.document.filename == "my_data.zip"  # type: ignore[union-attr]
    monkeypatch.setattr(privacy, "MOST_BYTES", 10)
    assert "больше, чем" in ((await desk.person().says("/mydata")).text or "")


@pytest.mark.usefixtures("downloads")
async def test_a_card_that_shows_the_file_closes_politely(desk: Desk) -> None:
    draft = Draft(resume=RESUME, source="file", file_sha256=SHA)
    async with desk.door.enter(1, 1, "ru") as manager:
        await open_card(manager, draft)
    card = desk.bot.last
    candidate = desk.person("en", user_id=3)
    await candidate.says("/myfile")
    document = Document(file_id="f", file_unique_id="u", file_name="cv.pdf", file_size=10)
    waiting = {"origin": "card:x", "draft": draft.dump()}
    task = NewTask(
        kind="score", chat_id=1, user_id=1, locale="ru", status_message_id=1, payload=waiting
    )
    task_id = (await desk.database.tasks.add(task)).id
    found = (await candidate.sends(document=document)).text or ""
    assert "1 open card" in found
    assert "1 unfinished score" in found
    await candidate.taps("Erase")
    assert (await desk.database.personal.trace_file(SHA)).total == 0
    assert desk.tasks.cancelled_ids == [task_id]
    assert not await desk.database.tasks.unfinished()
    recruiter = desk.person("ru")
    assert "Пришлите" in ((await recruiter.taps("Город", card)).text or "")
    assert "Как получить" in ((await recruiter.says("/help")).text or "")


async def test_everything_is_deleted_only_after_a_yes(desk: Desk) -> None:
    await desk.keeps(analysis(), analysis())
    person = desk.person()
    question = await person.says("/deletedata")
    assert "2 оценки с резюме" in (question.text or "")
    assert "ключ" not in (question.text or "")
    assert "на месте" in ((await person.taps("оставить")).text or "")
    assert await desk.database.analyses.count(1) == 2
    await person.says("/deletedata")
    done = await person.taps("удалить всё")
    assert "2 оценки с резюме" in (done.text or "")
    assert desk.tasks.cancelled == 1
    assert (await desk.database.personal.count(1)).analyses == 0
    assert not labels(done)


async def test_a_person_who_never_agreed_has_the_same_rights(desk: Desk) -> None:
    stranger = desk.person("en", user_id=77)
    question = await stranger.says("/deletedata")
    assert "no scores, vacancies or consents" in (question.text or "")
    done = await stranger.taps("delete all")
    assert "nothing is stored" in (done.text or "")
    assert await desk.database.people.find(77) is None


@pytest.mark.usefixtures("downloads")
async def test_a_candidate_finds_and_erases_their_file(desk: Desk) -> None:
    mine = analysis().model_copy(update={"file_sha256": SHA})
    others = mine.model_copy(update={"user_id": 2})
    await desk.keeps(mine, others, analysis())
    candidate = desk.person("en", user_id=3)
    await candidate.says("/myfile")
    document = Document(file_id="f", file_unique_id="u", file_name="cv.pdf", file_size=10)
    found = await candidate.sends(document=document)
    assert "2 scores with 2 people" in (found.text or "")
    assert not desk.tasks.accepted
    erased = await candidate.taps("Erase")
    assert "Done, erased" in (erased.text or "")
    assert "2 scores" in (erased.text or "")
    assert (await desk.database.personal.trace_file(SHA)).total == 0
    assert await desk.database.analyses.count(1) == 1


@pytest.mark.usefixtures("downloads")
async def test_a_file_nobody_has_is_said_so_and_the_next_one_is_read(desk: Desk) -> None:
    person = desk.person("ru", user_id=3)
    await person.says("/myfile")
    document = Document(file_id="f", file_unique_id="u", file_name="cv.pdf", file_size=10)
    assert "ничего не хранится" in ((await person.sends(document=document)).text or "")
    await person.sends(document=document)
    assert len(desk.tasks.accepted) == 1


async def test_another_command_ends_the_waiting(desk: Desk) -> None:
    person = desk.person("ru", user_id=3)
    await person.says("/myfile")
    assert "Как получить" in ((await person.says("/help")).text or "")
    document = Document(file_id="f", file_unique_id="u", file_name="cv.pdf", file_size=10)
    await person.sends(document=document)
    assert len(desk.tasks.accepted) == 1


@pytest.mark.parametrize("digest", ["", "x", "A" * 43, "A" * 42 + "=", "../" * 10, "é" * 5])
async def test_a_forged_button_erases_nothing(desk: Desk, digest: str) -> None:
    await desk.keeps(analysis())
    assert EraseFile(digest=digest).digest == digest
    assert my_file._sha256_of(digest) in (None, "00" * 32)
    assert await desk.database.analyses.count(1) == 1


async def test_retention_takes_what_is_older(desk: Desk) -> None:
    await desk.keeps(analysis())
    desk.clock.now += timedelta(days=31)
    purge_old = PurgeOld(desk.database.personal, 30, desk.clock)
    assert (await purge_old()).gone["analyses"] == 1
    assert (await purge_old()).gone["analyses"] == 0
    assert await desk.database.analyses.count(1) == 0


def test_a_new_key_stands_before_the_old_one() -> None:
    keys = [base64.b64encode(bytes([number]) * 32).decode() for number in (1, 2)]
    settings = Settings(_env_file=None, data_key=f"{keys[1]}, {keys[0]}")
    assert settings.data_keys == (b"\2" * 32, b"\1" * 32)
    assert Settings(_env_file=None).data_keys == ()
