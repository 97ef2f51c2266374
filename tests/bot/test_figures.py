"""Statistics, audit and calibration: who may ask, what comes, and that it is written down."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from aiogram.methods import EditMessageMedia, SendDocument
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.i18n import Language
from bot.replies.statistics import ShowStatistics
from bot.tasks.working_off import TaskWork
from bot.wiring.figures import figures_work
from bot.wiring.parts import WorkParts
from domain.work import NewTask
from tests.bot.chat import labels
from tests.bot.conftest import ADMIN_ID, Desk
from tests.bot.people import RESUME, analysis
from tests.unit.inference.bundle_factory import make_bundle


def work_of(desk: Desk) -> TaskWork:
    there: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    there.set_result(None)
    parts = WorkParts(**vars(desk.parts), reader=None, door=desk.door)  # type: ignore[arg-type]
    return figures_work(parts, there)


async def run_last(desk: Desk) -> Message:
    """Does what was accepted last, and gives the message that it was told in."""
    task = await desk.database.tasks.add(desk.tasks.accepted[-1])
    await work_of(desk).run(task)
    assert not await desk.database.tasks.unfinished()
    assert task.status_message_id is not None
    return desk.bot.shown[task.status_message_id]


async def test_admins_see_statistics_and_change_the_period_in_one_message(desk: Desk) -> None:
    await desk.keeps(analysis())
    admin = desk.person(user_id=ADMIN_ID)
    await admin.says("/stats")
    shown = await run_last(desk)
    assert shown.photo
    assert "за неделю" in (shown.caption or "")
    assert labels(shown) == ["Сутки", "Неделя ✓", "Месяц"]
    await admin.taps("Сутки", shown)
    again = await run_last(desk)
    assert again.message_id == shown.message_id
    assert "за сутки" in (again.caption or "")
    acts = await desk.database.admin_acts.newest(limit=5)
    assert [(act.act, act.details) for act in acts] == [
        ("stats", {"period": "day"}),
        ("stats", {"period": "week"}),
    ]


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "не резюме (1)"), ("en", "not a resume (1)")]
)
async def test_what_failed_is_told_in_words(desk: Desk, language: Language, words: str) -> None:
    failed = await desk.database.tasks.add(
        NewTask(
            kind="read_file", chat_id=1, user_id=1, locale="ru", status_message_id=1, payload={}
        )
    )
    await desk.database.tasks.finish(failed.id, "failed", error="NotAResumeError")
    await desk.person(language, ADMIN_ID).says("/stats")
    assert words in ((await run_last(desk)).caption or "")


@pytest.mark.parametrize("command", ["/stats", "/audit"])
async def test_for_everybody_else_admins_figures_are_not_there(desk: Desk, command: str) -> None:
    before = len(desk.tasks.accepted)
    await desk.person().says(command)
    assert len(desk.tasks.accepted) == before
    button = desk.parts.locales["ru"].plain("stats-day")
    assert button not in labels(desk.bot.last)


@pytest.mark.parametrize("command", ["/stats", "/audit"])
async def test_who_is_an_admin_no_more_gets_no_figure(desk: Desk, command: str) -> None:
    """A task may wait over a restart; the right is looked at when its turn comes."""
    await desk.database.directory.set_admin(3, True)
    await desk.person("en", user_id=3).says(command)
    await desk.database.directory.set_admin(3, False)
    shown = await run_last(desk)
    assert not shown.photo
    assert "Cancelled" in (shown.text or "")
    assert not await desk.database.admin_acts.newest(limit=1)


async def test_a_forged_tap_of_another_person_is_harmless(desk: Desk) -> None:
    data = ShowStatistics(period="day").pack()
    markup = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text="x", callback_data=data)]]
    )
    message = await desk.bot.send_message(1, "old", reply_markup=markup)
    await desk.person().taps("x", message)
    assert not desk.tasks.accepted
    assert desk.bot.toasts[-1] == "Эта кнопка устарела"


async def audited(desk: Desk, tmp_path: Path, count: int) -> None:
    """So many resumes of two ages, scored by the model that is loaded."""
    await desk.scorer.load(str(make_bundle(tmp_path / "tiny")))
    for number in range(count):
        one = analysis(number + 1)
        score = one.assessment.score.model_copy(
            update={"model": desk.scorer.identity, "score": 80.0 if number % 2 else 30.0}
        )
        resume = RESUME.model_copy(update={"age": 58 if number % 2 else 30})
        assessment = one.assessment.model_copy(update={"score": score})
        changes = {"resume": resume, "assessment": assessment, "file_sha256": None}
        await desk.keeps(one.model_copy(update=changes))


async def test_the_audit_comes_as_a_picture_a_pdf_and_a_swap(desk: Desk, tmp_path: Path) -> None:
    await audited(desk, tmp_path, 62)
    admin = desk.person("en", user_id=ADMIN_ID)
    await admin.says("/audit")
    shown = await run_last(desk)
    assert shown.photo
    assert "⚠️ By age" in (shown.caption or "")
    assert "25–34 (0%)" in (shown.caption or "")
    assert "only one group" in (shown.caption or "")
    assert labels(shown) == ["📄 PDF", "🔁 Swap"]
    await admin.taps("PDF", shown)
    await run_last(desk)
    (document,) = [call for call in desk.bot.calls if isinstance(call, SendDocument)]
    assert document.document.filename == "audit.pdf"  # type: ignore[union-attr]
    await admin.taps("Swap", shown)
    told = await run_last(desk)
    assert "The latest 20 resumes" in (told.text or "")
    assert (told.text or "").count("\n25") == 0
    assert (told.text or "").count("years: <b>") == 9
    acts = await desk.database.admin_acts.newest(limit=5)
    assert [(act.act, act.details) for act in acts] == [
        ("audit", {"part": "swap"}),
        ("audit", {}),
        ("audit", {}),
    ]


async def test_an_audit_of_a_handful_is_words_alone(desk: Desk, tmp_path: Path) -> None:
    await audited(desk, tmp_path, 2)
    await desk.person(user_id=ADMIN_ID).says("/audit")
    shown = await run_last(desk)
    assert not shown.photo
    assert "меньше 30" in (shown.text or "")


async def test_a_recruiter_is_told_how_many_interviews_are_missing(desk: Desk) -> None:
    await desk.person().says("/calibrate")
    shown = await run_last(desk)
    assert "ещё 30 собеседований" in (shown.text or "")
    assert not await desk.database.admin_acts.newest(limit=1)


async def test_a_recruiter_with_enough_interviews_gets_a_picture(desk: Desk) -> None:
    for number in range(30):
        (stored,) = await desk.keeps(analysis(number + 1))
        await desk.database.verdicts.set_grade_confirmed(1, stored.id, number % 4 == 0)
        desk.clock.now += timedelta(days=1)
    await desk.person("en").says("/calibrate")
    shown = await run_last(desk)
    assert shown.photo
    assert "Interviews: 30" in (shown.caption or "")
    assert any(isinstance(call, EditMessageMedia) for call in desk.bot.calls)


async def test_a_candidate_is_told_that_calibration_is_for_recruiters(desk: Desk) -> None:
    await desk.settle(3, "candidate")
    told = await desk.person(user_id=3).says("/calibrate")
    assert "для рекрутеров" in (told.text or "")
    assert not desk.tasks.accepted


async def test_a_figure_whose_message_is_gone_comes_as_a_new_one(desk: Desk) -> None:
    await desk.person(user_id=ADMIN_ID).says("/stats")
    gone = desk.tasks.accepted[-1].status_message_id
    assert gone is not None
    del desk.bot.shown[gone]
    task = await desk.database.tasks.add(desk.tasks.accepted[-1])
    await work_of(desk).run(task)
    assert desk.bot.last.photo
