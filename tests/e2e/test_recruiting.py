"""A recruiter's day with the real bot: a vacancy, the history searched, candidates compared."""

from pathlib import Path

import pytest

from sandbox.client import SandboxClient
from tests.e2e.chatting import Chat

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("e2e")]


async def test_a_vacancy_is_asked_once_and_found_again(
    russian: Chat, client: SandboxClient
) -> None:
    page = await russian.says("/vacancy", "Опишите вакансию один раз")
    await russian.taps(page, "Новая", "вопрос 1 из 4")
    await russian.says("Бэкенд <Маяк>", "вопрос 2 из 4")
    question = await russian.says("Маяк", "вопрос 3 из 4", "Senior")
    question = await russian.taps(question, "Senior", "вопрос 4 из 4")
    view = await russian.taps(question, "Пропустить", "Бэкенд <Маяк>", "идут на эту вакансию")
    card = await russian.sends(SAMPLES / "hh_ru_2024.pdf", "Оценить", "Маяк")
    await russian.taps(card, "📊 Оценить", "из 100")
    link = view.text.partition("start=")[2].split()[0]
    opened = await russian.starts(link, "Бэкенд <Маяк>", "Оценок для неё: 1")
    history = await russian.taps(opened, "История вакансии", "Найдено: 1", "Python")
    found = await russian.says("новосиб pyth", "🔎 «новосиб pyth»", "hh_ru_2024.pdf")
    assert history.message_id not in [one.message_id for one in await russian.bot_messages()]
    answer = await russian.taps(found, "1", "из 100", "К списку")
    again = await russian.taps(answer, "🔁 Пересчитать", "Было")
    assert again.message_id > answer.message_id
    stranger = Chat(client, russian.user_id + 500_000, "en")
    await stranger.starts(link, "You can begin")
    assert "Бэкенд" not in "".join(one.text for one in await stranger.bot_messages())


async def test_candidates_are_compared_as_a_picture(english: Chat) -> None:
    for name in ("free_en.docx", "hh_ru_2024.pdf"):
        card = await english.sends(SAMPLES / name, "📊 Score")
        await english.taps(card, "📊 Score", "of 100")
    choice = await english.says("/compare", "0 of 5 ticked")
    choice = await english.taps(choice, "1", "1 of 5 ticked")
    choice = await english.taps(choice, "2", "2 of 5 ticked")
    compared = await english.taps(choice, "Compare (2)", "Candidates compared", "A.", "B.")
    assert compared.file is not None
    assert compared.file.kind == "photo"
