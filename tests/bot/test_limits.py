"""Who is too fast is asked to wait, in their language, and may go on afterwards."""

from collections.abc import Sequence

import pytest
from aiogram.types import Document
from hypothesis import given
from hypothesis import strategies as st

from bot.handlers.errors import error_text
from bot.i18n import Language, Locales
from bot.pace import Pace
from bot.tasks.payloads import FileToRead
from bot.tasks.runner import TaskRunner
from domain.errors import TooManyFilesAnHourError
from tests.bot.conftest import Desk, MakeDesk
from tests.bot.stored_tasks import KeptVoice
from tests.bot.test_reading import Gated, task_of

WORDS = {"ru": "Подождите", "en": "Wait"}


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@given(st.lists(st.floats(0, 20), max_size=40), st.integers(1, 5))
def test_no_window_of_time_has_more_than_the_limit(pauses: Sequence[float], limit: int) -> None:
    clock, taken = Clock(), list[float]()
    pace = Pace(limit, 10, clock)
    for pause in pauses:
        clock.now += pause
        wait_seconds = pace.wait_seconds(1)
        if wait_seconds <= 0:
            pace.note(1)
            taken.append(clock.now)
        else:
            clock.now += wait_seconds
            assert pace.wait_seconds(1) <= 1e-9
    for index, moment in enumerate(taken[limit:]):
        assert moment - taken[index] >= 10 - 1e-6


def test_people_do_not_wait_for_each_other() -> None:
    pace = Pace(1, 10)
    pace.note(1)
    assert pace.wait_seconds(1) > 0
    assert pace.wait_seconds(2) == 0


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_a_flood_is_asked_to_wait_once(make_desk: MakeDesk, language: Language) -> None:
    desk = await make_desk(messages_per_minute=3)
    person = desk.person(language)
    for _ in range(3):
        await person.says("hello")
    calls = len(desk.bot.calls)
    assert WORDS[language] in ((await person.says("hello")).text or "")
    assert len(desk.bot.calls) == calls + 1
    await person.says("hello")
    assert len(desk.bot.calls) == calls + 1
    assert WORDS[language] not in ((await desk.person(language, 2).says("hello")).text or "")


async def test_files_are_no_flood(make_desk: MakeDesk) -> None:
    desk = await make_desk(messages_per_minute=1)
    for number in range(3):
        file = Document(file_id=f"f{number}", file_unique_id=f"f{number}", file_name="a.pdf")
        await desk.person().sends(document=file)
    assert desk.tasks.accepted


async def test_a_persons_files_of_an_hour_are_bounded(desk: Desk, locales: Locales) -> None:
    clock, work = Clock(), Gated()
    work.gate.set()
    tasks = TaskRunner(
        desk.database.tasks,
        KeptVoice(),
        {"read_file": work},
        {"read_file": 4},
        files_an_hour=Pace(2, 3600, clock),
    )
    for number in range(2):
        tasks.check_room_for_file(1)
        file = FileToRead(origin=f"message:{number}", file_name="a.pdf", file_id="f")
        await tasks.accept(task_of(file, 1))
    clock.now = 600
    with pytest.raises(TooManyFilesAnHourError) as refused:
        tasks.check_room_for_file(1)
    for language in ("ru", "en"):
        text = error_text(locales[language], refused.value)
        assert "50" in text
        assert "ZIP" in text
    tasks.check_room_for_file(2)
    clock.now = 3600
    tasks.check_room_for_file(1)
    await tasks.stop(5)
