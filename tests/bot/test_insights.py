"""Insights below an answer: buttons, words, and the stored task that finds them."""

import asyncio
from pathlib import Path
from typing import get_args

import pytest
from aiogram.types import InlineKeyboardMarkup
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.i18n import LANGUAGES, Language, Locales
from bot.replies.insight_buttons import insight_rows
from bot.replies.insights import improvements_text, interview_text
from bot.tasks.insight import InsightToFind, InsightWork
from bot.wiring.insights import insight_work
from bot.wiring.parts import WorkParts
from domain.insight import (
    ChangeKind,
    ClaimKind,
    DoubtKind,
    Improvement,
    Improvements,
    Interview,
    Question,
)
from domain.work import NewTask, Task
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.people import RESUME, analysis
from tests.unit.inference.bundle_factory import make_bundle
from tests.unit.usecases.insights.people import TODAY, resumes
from usecases.ask_at_interview import MOST_QUESTIONS
from usecases.insights.changes import candidate_changes
from usecases.insights.claims import job_question
from usecases.insights.doubts import open_questions
from usecases.raise_score import MOST_TOLD

NASTY = "<b>&" + "ю" * 300 + "\u202e\n"
JOB = {"title": NASTY, "company": NASTY, "start": "2021-03", "end": None, "current": True}
FACTS = {
    "job": NASTY,
    "position": NASTY,
    "skill": NASTY,
    "skills": [NASTY] * 6,
    "salary": NASTY,
    "quote": NASTY,
    "months": 14,
    "characters": 240,
    "in_jobs": True,
    "earlier": JOB,
    "later": JOB,
    **JOB,
}


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", get_args(ChangeKind))
def test_every_change_has_its_words(locales: Locales, language: Language, kind: ChangeKind) -> None:
    one = Improvement(kind=kind, points=4.6, facts=FACTS)
    found = Improvements(score=49.6, tried=6, least_points=2, wordings=3, found=(one,) * MOST_TOLD)
    text = improvements_text(locales[language], found)
    assert "<b>+4</b>" in text
    assert "&ю" not in text
    assert units(text) <= 4096


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [*get_args(ClaimKind), *get_args(DoubtKind)])
def test_every_question_has_its_words(
    locales: Locales, language: Language, kind: ClaimKind | DoubtKind
) -> None:
    one = Question(kind=kind, facts=FACTS, score_without=31.4)
    text = interview_text(
        locales[language], Interview(score=52.3, questions=(one,) * MOST_QUESTIONS)
    )
    assert "31" in text
    assert "&ю" not in text
    assert units(text) <= 4096
    assert ("ст. 64" if language == "ru" else "art. 64") in text


@pytest.mark.parametrize(
    ("tried", "words"), [(1, "1 изменение,"), (3, "3 изменения,"), (11, "11 изменений,")]
)
def test_nothing_helped_is_said_honestly(locales: Locales, tried: int, words: str) -> None:
    found = Improvements(score=20, tried=tried, least_points=2.4, wordings=1)
    text = improvements_text(locales["ru"], found)
    assert words in text
    assert "на 2 балла" in text
    assert "Don't make anything up" in improvements_text(locales["en"], found)


@settings(max_examples=25, deadline=None)
@given(resume=resumes, language=st.sampled_from(LANGUAGES))
def test_whatever_a_resume_says_has_words(
    locales: Locales, resume: object, language: Language
) -> None:
    assert isinstance(resume, type(RESUME))
    improvements = [
        Improvement(kind=change.kind, points=3, facts=change.facts)
        for change in candidate_changes(resume, seen={"work_experience": 0.5}, today=TODAY)
    ]
    for one in improvements:
        found = Improvements(score=50, tried=1, least_points=2, wordings=1, found=(one,))
        assert improvements_text(locales[language], found)
    questions = [*map(job_question, resume.work_experience), *open_questions(resume, TODAY)]
    for question in questions:
        assert interview_text(locales[language], Interview(score=50, questions=(question,)))


async def test_a_candidate_is_offered_what_raises_and_a_recruiter_what_to_ask(desk: Desk) -> None:
    translator = desk.parts.locales["en"]
    offered = {
        role: [row[0].text for row in insight_rows(translator, 7, role)]
        for role in ("candidate", "recruiter", None)
    }
    raises, asks = "📈 What would raise it", "🎤 What to ask in interview"
    assert offered == {"candidate": [raises], "recruiter": [asks], None: [raises, asks]}


def work_of(desk: Desk) -> InsightWork:
    there: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    there.set_result(None)
    parts = WorkParts(**vars(desk.parts), reader=None, door=desk.door)  # type: ignore[arg-type]
    return insight_work(parts, there)


async def tapped(desk: Desk, label: str, user_id: int = 1) -> Task:
    """The stored task of a tap below an answer of this person's."""
    rows = insight_rows(desk.parts.locales["ru"], 1, None)
    answer = await desk.bot.send_message(
        user_id, "answer", reply_markup=InlineKeyboardMarkup(inline_keyboard=rows)
    )
    await desk.person(user_id=user_id).taps(label, answer)
    return await desk.database.tasks.add(desk.tasks.accepted[-1])


async def test_a_tap_becomes_a_task_whose_status_message_becomes_the_answer(
    desk: Desk, tmp_path: Path
) -> None:
    await desk.keeps(analysis())
    await desk.scorer.load(str(make_bundle(tmp_path / "tiny")))
    work = work_of(desk)
    for label, words in (("Что подняло", "Что подняло бы"), ("Что спросить", "ст. 64")):
        task = await tapped(desk, label)
        assert "🔬" in (desk.bot.last.text or "")
        await work.run(task)
        assert words in (desk.bot.last.text or "")
        assert desk.bot.last.message_id == task.status_message_id
        assert not labels(desk.bot.last)
    assert not await desk.database.tasks.unfinished()
    # A second tap is answered from what was kept: the model is gone, nobody misses it.
    await desk.scorer.close()
    task = await tapped(desk, "Что спросить")
    await work.run(task)
    assert "ст. 64" in (desk.bot.last.text or "")


async def test_another_persons_answer_gives_nothing(desk: Desk) -> None:
    await desk.keeps(analysis())
    with pytest.raises(IndexError):
        await tapped(desk, "Что спросить", user_id=2)
    assert "нет в вашей истории" in (desk.bot.last.text or "")


async def test_the_same_tap_again_is_no_second_task(desk: Desk) -> None:
    await desk.keeps(analysis())
    task = await tapped(desk, "Что спросить")
    wanted = InsightToFind.model_validate(task.payload)
    assert wanted.origin.startswith("tap:")
    assert desk.tasks.has_accepted(1, wanted.origin)
    assert isinstance(desk.tasks.accepted[0], NewTask)
