"""The task of reading: one card of a text in parts, and many resumes handed on."""

import asyncio
from datetime import timedelta

import pytest

from bot.i18n import Locales
from bot.tasks.payloads import FileToRead
from bot.tasks.read_file import ReadFileWork
from bot.tasks.runner import TaskRunner
from domain.container import Contents, PackedPart
from domain.errors import DamagedFileError, NotAResumeError, TooManyFilesError
from domain.resume import Reading, Resume
from domain.work import NewTask, Task
from tests.bot.conftest import Desk
from tests.bot.stored_tasks import KeptVoice
from tests.bot.test_pasting import FULL, paste_of
from usecases.read_resume_file import ReadResumeFile

WAIT = timedelta(seconds=0.05)


class Reader:
    """Reads any file as one cook's, and remembers what it was given."""

    def __init__(self) -> None:
        self.read_texts: list[str] = []

    async def read(self, content: bytes, file_name: str) -> Reading:
        self.read_texts.append(content.decode())
        return Reading(resume=Resume(position="Повар"))


class Rows:
    """Looks into files: JSON holds many."""

    async def list_parts(self, content: bytes, file_name: str) -> Contents:
        return Contents(kind="rows" if content.startswith(b"[") else "document")

    async def unpack(self, content: bytes, part: PackedPart) -> bytes:
        raise DamagedFileError


class Many:
    def __init__(self) -> None:
        self.taken: list[str] = []

    async def take_over(self, task: Task, file: FileToRead) -> None:
        self.taken.append(file.origin)


def work_of(desk: Desk, locales: Locales, reader: Reader, many: Many) -> ReadFileWork:
    read = ReadResumeFile(reader, 10_000_000, Rows())
    return ReadFileWork(desk.bot, desk.database.tasks, read, desk.door, locales, many, WAIT)


def task_of(file: FileToRead, status: int) -> NewTask:
    return NewTask(
        kind="read_file",
        chat_id=1,
        user_id=1,
        locale="ru",
        status_message_id=status,
        payload=file.model_dump(mode="json"),
    )


async def test_all_parts_of_a_text_are_read_as_one(desk: Desk, locales: Locales) -> None:
    person, reader = desk.person(), Reader()
    await person.says(FULL)
    await person.says("Образование: МГУ")
    (accepted,) = desk.tasks.accepted
    task = await desk.database.tasks.add(accepted)
    await work_of(desk, locales, reader, Many()).run(task)
    (text,) = reader.read_texts
    assert text.startswith("Опыт работы.")
    assert text.endswith("\nОбразование: МГУ")
    assert "Повар" in (desk.bot.shown[task.status_message_id or 0].text or "")
    assert not await desk.database.tasks.unfinished()
    await person.sends(message_id=600_000, text="и ещё")
    assert len(desk.tasks.accepted) == 1
    assert "сначала нажмите" in (desk.bot.last.text or "")


async def test_a_card_that_was_scored_before_the_restart_stays_as_it_is(
    desk: Desk, locales: Locales, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process died between the card and the end of the task; a tap was handled before it."""
    person, reader = desk.person(), Reader()
    await person.says(FULL)
    task = await desk.database.tasks.add(desk.tasks.accepted[0])
    work = work_of(desk, locales, reader, Many())
    with monkeypatch.context() as patch:
        patch.setattr(desk.database.tasks, "finish", _dies)
        with pytest.raises(KeyboardInterrupt):
            await work.run(task)
    await person.taps("Оценить")
    assert (score := await desk.database.tasks.add(desk.tasks.accepted[1])).kind == "score"
    assert score.status_message_id == task.status_message_id
    shown = desk.bot.shown[task.status_message_id or 0]
    await work.run(task)
    assert desk.bot.shown[task.status_message_id or 0] == shown
    assert len(reader.read_texts) == 1
    assert [left.id for left in await desk.database.tasks.unfinished()] == [score.id]


async def _dies(*_: object) -> None:
    raise KeyboardInterrupt


async def test_a_text_that_is_no_resume_is_forgotten(desk: Desk, locales: Locales) -> None:
    class Unreadable(Reader):
        async def read(self, content: bytes, file_name: str) -> Reading:
            raise NotAResumeError

    await desk.person().says(FULL)
    assert await paste_of(desk)
    task = await desk.database.tasks.add(desk.tasks.accepted[0])
    with pytest.raises(NotAResumeError):
        await work_of(desk, locales, Unreadable(), Many()).run(task)
    assert not await paste_of(desk)


async def test_cancel_forgets_a_text_that_still_came(desk: Desk) -> None:
    person = desk.person()
    await person.says(FULL)
    await person.says("/cancel")
    assert not await paste_of(desk)


async def test_a_cut_text_outlives_the_process(desk: Desk, locales: Locales) -> None:
    person, reader = desk.person(), Reader()
    await person.says(FULL)
    (accepted,) = desk.tasks.accepted
    task = await desk.database.tasks.add(accepted)
    later = desk.restarted()
    await later.person().sends(message_id=600_000, text="Знание 1С", date=desk.bot.last.date)
    await work_of(later, locales, reader, Many()).run(task)
    assert reader.read_texts[0].startswith("Опыт")


@pytest.mark.parametrize(("content", "holds_many"), [(b"[{}, {}]", True), (b"text", False)])
async def test_a_file_of_many_resumes_is_handed_on(
    desk: Desk,
    locales: Locales,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
    holds_many: bool,
) -> None:
    async def download(*_: object) -> bytes:
        return content

    monkeypatch.setattr("bot.tasks.read_file.download", download)
    reader, many = Reader(), Many()
    status = await desk.bot.send_message(1, "status")
    file = FileToRead(origin="message:9", file_name="a.json", file_id="f")
    task = await desk.database.tasks.add(task_of(file, status.message_id))
    await work_of(desk, locales, reader, many).run(task)
    assert many.taken == (["message:9"] if holds_many else [])
    assert bool(reader.read_texts) is not holds_many
    assert not await desk.database.tasks.unfinished()


class Gated:
    def __init__(self) -> None:
        self.begun: list[str] = []
        self.gate = asyncio.Event()

    async def run(self, task: Task) -> None:
        self.begun.append(str(task.payload["origin"]))
        await self.gate.wait()


async def test_a_persons_files_are_bounded_and_keep_their_order(desk: Desk) -> None:
    work = Gated()
    runner = TaskRunner(
        desk.database.tasks,
        KeptVoice(),
        {"read_file": work},
        {"read_file": 4},
        files_per_person=2,
    )
    for number in range(2):
        runner.check_room_for_file(1)
        file = FileToRead(origin=f"message:{number}", file_name="a.pdf", file_id="f")
        await runner.accept(task_of(file, 1))
    with pytest.raises(TooManyFilesError) as refused:
        runner.check_room_for_file(1)
    assert refused.value.limit == 2
    runner.check_room_for_file(2)
    assert work.begun == ["message:0"]
    work.gate.set()
    await runner.stop(5)
    assert work.begun == ["message:0", "message:1"]
    runner.check_room_for_file(1)
