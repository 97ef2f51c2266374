"""A recruiter's day with the real bot: vacancies, the history searched, people compared, scores
set beside interviews."""

import pytest

from sandbox.client import SandboxClient
from sandbox.talk import ChatMessage
from tests.e2e.chatting import Chat
from tests.e2e.resumes import PDF, SAMPLES, rows
from tests.e2e.words import (
    AFTER_INTERVIEW,
    BEGIN,
    CONFIRMED,
    NOT_CONFIRMED,
    RANKING_IS_READY,
    SCORE,
    SCORED,
    SKIP,
    question,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")
ENOUGH_INTERVIEWS = 30
ON_A_PAGE = 6


async def test_a_vacancy_is_asked_once_and_found_again(
    recruiter: Chat, client: SandboxClient
) -> None:
    page = await recruiter.says("/vacancy", ("Опишите вакансию", "Describe a vacancy once"))
    await recruiter.taps(page, ("Новая", "New vacancy"), question(1, 4))
    await recruiter.says("Бэкенд <Маяк>", question(2, 4))
    asked = await recruiter.says("Маяк", question(3, 4), "Senior")
    asked = await recruiter.taps(asked, "Senior", question(4, 4))
    goes_here = ("идут на эту вакансию", "New resumes go to this vacancy")
    view = await recruiter.taps(asked, SKIP, "Бэкенд <Маяк>", goes_here)
    card = await recruiter.sends(PDF, SCORE, "Маяк")
    await recruiter.scores(card)
    link = view.text.partition("start=")[2].split()[0]
    scores = ("Оценок для неё: 1", "Scores for it: 1")
    opened = await recruiter.starts(link, "Бэкенд <Маяк>", scores)
    history = ("История вакансии", "Its history")
    shown = await recruiter.taps(opened, history, ("Найдено: 1", "Found: 1"), "Python")
    found = await recruiter.says("новосиб pyth", "новосиб pyth", "hh_ru_2024.pdf")
    assert shown.message_id not in [one.message_id for one in await recruiter.bot_messages()]
    answer = await recruiter.taps(found, "1", SCORED, ("К списку", "To the list"))
    again = await recruiter.taps(answer, ("🔁 Пересчитать", "🔁 Score again"), ("Было", "It was"))
    assert again.message_id > answer.message_id
    stranger = Chat(client, recruiter.user_id + 500_000, recruiter.language)
    await stranger.starts(link, BEGIN)
    assert not await stranger.sees_how_many("Бэкенд")


async def test_the_history_is_paged_searched_filtered_and_emptied(recruiter: Chat) -> None:
    await recruiter.sends(rows(8), ("Рейтинг: 8", "Ranking: 8"), name="table.jsonl")
    await recruiter.sees(RANKING_IS_READY)
    first = await recruiter.says("/history", ("всего 8", "8 in all"), ("1 из 2", "1 of 2"))
    second = await recruiter.taps(first, "➡️", ("2 из 2", "2 of 2"))
    assert second.message_id == first.message_id
    search = await recruiter.taps(second, ("Поиск", "Search"), ("Найдено: 8", "Found: 8"))
    await recruiter.taps(search, ("Сегодня", "Today"), ("📅 сегодня", "📅 today"))
    await recruiter.taps(search, ("Сначала лучшие", "Best first"))
    found = await recruiter.says("Пермь", ("«Пермь»", "“Пермь”"), ("Найдено: 4", "Found: 4"))
    assert "Омск" not in found.text
    every = await recruiter.taps(found, ("Все оценки", "All scores"), ("всего 8", "8 in all"))
    one = await recruiter.says("Инженер 7", ("Найдено: 1", "Found: 1"), "Инженер 7")
    assert one.message_id > every.message_id
    opened = await recruiter.taps(one, "1", ("🗂 Оценка ·", "🗂 Score ·"), SCORED)
    sure = await recruiter.taps(opened, ("Удалить", "Delete"), "Инженер 7")
    await recruiter.taps(
        sure, ("Да, удалить", "Yes, delete"), ("Ничего не нашлось", "Nothing found")
    )
    await recruiter.says("/history", ("всего 7", "7 in all"))


async def test_candidates_are_compared_as_a_picture(recruiter: Chat) -> None:
    for name in ("free_en.docx", "hh_ru_2024.pdf"):
        await recruiter.sends_and_scores(SAMPLES / name)
    choice = await recruiter.says("/compare", ("отмечено 0 из 5", "0 of 5 ticked"))
    choice = await recruiter.taps(choice, "1", ("отмечено 1 из 5", "1 of 5 ticked"))
    choice = await recruiter.taps(choice, "2", ("отмечено 2 из 5", "2 of 5 ticked"))
    compared = await recruiter.taps(
        choice,
        ("Сравнить (2)", "Compare (2)"),
        ("Сравнение кандидатов", "Candidates compared"),
        *("A.", "B."),
    )
    assert compared.file is not None
    assert compared.file.kind == "photo"


async def test_scores_are_set_beside_interviews(recruiter: Chat) -> None:
    title = ("Сбылись ли оценки", "Did the scores come true")
    few = await recruiter.says("/calibrate", title, ("рано судить", "too few to tell"))
    assert recruiter.word(("нужно хотя бы 30", "at least 30 in all")) in few.text
    people = rows(ENOUGH_INTERVIEWS)
    await recruiter.sends(people, ("Рейтинг: 30", "Ranking: 30"), name="table.jsonl")
    await recruiter.sees(RANKING_IS_READY)
    page = await recruiter.says("/history", ("всего 30", "30 in all"))
    for number in range(1, ENOUGH_INTERVIEWS + 1):
        page = await _was_interviewed(recruiter, page, number)
        if number % ON_A_PAGE == 0 and number < ENOUGH_INTERVIEWS:
            page = await recruiter.taps(page, "➡️", f"{number + 1}.")
    enough = ("Собеседований: 30", "Interviews: 30")
    told = await recruiter.says("/calibrate", enough, ("(Брайер)", "(Brier)"))
    assert told.file is not None
    assert told.file.kind == "photo"


async def _was_interviewed(recruiter: Chat, page: ChatMessage, number: int) -> ChatMessage:
    """Every third grade was confirmed; returns the history's page, shown again."""
    button = next(one for one in page.all_buttons() if one.text == str(number))
    assert button.callback_data is not None
    opened = await recruiter.taps(page, button.callback_data, AFTER_INTERVIEW)
    asked = await recruiter.taps(
        opened, AFTER_INTERVIEW, ("Что показало", "What did the interview show")
    )
    outcome = NOT_CONFIRMED if number % 3 else CONFIRMED
    told = await recruiter.taps(asked, outcome, recruiter.word(outcome) + " ✓")
    return await recruiter.taps(told, ("К списку", "To the list"), f"{number}.")
