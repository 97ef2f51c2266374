"""Inline mode: a person's own analyses in other chats, and nobody else's."""

from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import AnswerInlineQuery
from aiogram.types import InlineQuery, Update, User

from bot.i18n import Language
from domain.resume import Resume
from tests.bot.chat import BOT_USER
from tests.bot.conftest import Desk
from tests.bot.people import analysis


async def asks(
    desk: Desk, words: str, user_id: int = 1, language: Language = "ru"
) -> AnswerInlineQuery:
    user = User(id=user_id, is_bot=False, first_name="P", language_code=language)
    query = InlineQuery(id="q", from_user=user, query=words, offset="")
    await desk.dispatcher.feed_update(desk.bot, Update(update_id=1, inline_query=query))
    answer = desk.bot.calls[-1]
    assert isinstance(answer, AnswerInlineQuery)
    return answer


def texts(answer: AnswerInlineQuery) -> list[str]:
    found: list[Any] = list(answer.results)
    return [one.input_message_content.message_text for one in found]


async def test_an_analysis_by_its_number(desk: Desk) -> None:
    await desk.keeps(analysis(), analysis(score=40.0))
    answer = await asks(desk, " 1 ")
    (article,) = answer.results
    assert article.id == "1"
    assert article.title == "72 из 100 · Аналитик <данных> & отчётов"  # type: ignore[union-attr]
    (text,) = texts(answer)
    assert "72 из 100" in text
    assert "Аналитик &lt;данных&gt; &amp; отчётов, Барнаул" in text
    assert "Опыт работы поднял вероятность" in text
    assert "не решение" in text
    for private in ("34", "200 000", "Маяк", "SQL", "Банк"):
        assert private not in text
    assert answer.is_personal
    assert (answer.cache_time or 0) <= 10


async def test_the_newest_five_without_a_word(desk: Desk) -> None:
    await desk.keeps(*(analysis(score=float(number)) for number in range(7)))
    answer = await asks(desk, "", language="en")
    assert [one.id for one in answer.results] == ["7", "6", "5", "4", "3"]
    assert "of 100" in texts(answer)[0]


@pytest.mark.parametrize(
    "words",
    ["2", "99", "-1", "0", "1 OR 1=1", "١", "1e3", "9" * 18, "9" * 200, "🦊", "\u202e1", "' --"],
)
async def test_hostile_words_find_nothing(desk: Desk, words: str) -> None:
    other = analysis().model_copy(update={"user_id": 2})
    await desk.keeps(analysis(), other)
    assert not (await asks(desk, words)).results
    assert (await asks(desk, "2", user_id=2)).results


async def test_nobody_without_a_consent_is_offered_anything(desk: Desk) -> None:
    await desk.keeps(analysis().model_copy(update={"user_id": 777}))
    assert not (await asks(desk, "", user_id=777)).results


async def test_what_was_taken_back_is_not_shown_around(desk: Desk) -> None:
    await desk.keeps(analysis(), analysis())
    contest = await desk.database.contests.open(1, 1, None)
    assert len((await asks(desk, "")).results) == 2
    await desk.database.contests.decide(contest.id, 900, "withdrawn", None)
    assert [one.id for one in (await asks(desk, "")).results] == ["2"]
    assert not (await asks(desk, "1")).results


async def test_a_blind_recruiter_shows_no_city_around(desk: Desk) -> None:
    await desk.keeps(analysis())
    await desk.database.people.set_blind(1, True)
    answer = await asks(desk, "1")
    (text,) = texts(answer)
    assert "Аналитик" in text
    assert "Барнаул" not in f"{text}{answer.results}"


async def test_a_resume_of_wide_letters_fits(desk: Desk) -> None:
    wide = "🦊" * 5000
    await desk.keeps(analysis(resume=Resume(position=wide, city=wide)))
    (text,) = texts(await asks(desk, "1"))
    assert len(text.encode("utf-16-le")) // 2 < 1024


async def test_an_old_question_is_no_fault(desk: Desk) -> None:
    query = AnswerInlineQuery(inline_query_id="q", results=[])
    desk.bot.fails_with = TelegramBadRequest(query, "Bad Request: query is too old")
    await asks(desk, "")


async def test_what_was_shared_with_the_bot_itself_is_no_resume(desk: Desk) -> None:
    await desk.person().says("/help")
    shown = dict(desk.bot.shown)
    await desk.person().sends(text="📊 72 из 100 " * 60, via_bot=BOT_USER)
    assert desk.bot.shown == shown
    assert not desk.tasks.accepted
