"""Whole talks with the real bot over HTTP: file, form, edit, score, history, in both languages."""

from pathlib import Path

import pytest

from sandbox.client import SandboxClient
from tests.e2e.chatting import Chat

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("e2e")]


async def test_file_card_edit_score_history_in_russian(
    russian: Chat, client: SandboxClient
) -> None:
    await russian.says("/start", "PDF, DOCX, DOC")
    card = await russian.sends(SAMPLES / "hh_ru_2024.pdf", "Должность: ", "Оценить")
    assert "Python-разработчик" in card.text
    assert "Возраст: 34 года" in card.text
    question = await russian.taps(card, "Город", "В каком городе", "Новосибирск")
    edited = await russian.says("Нижний <Тагил> & Ко", "Оценить")
    assert "Город: Нижний <Тагил> & Ко" in edited.text
    assert question.message_id not in [one.message_id for one in await russian.bot_messages()]
    answer = await russian.taps(edited, "Оценить", "из 100")
    for words in (
        "50 —",
        "модель проверяли",
        "Вероятность, что заявленный грейд подтвердят",
        "не решение",
        "Демо-модель",
    ):
        assert words in answer.text
    page = await russian.taps(answer, "История", "Ваши оценки", "всего 1")
    assert "Нижний" in page.text
    opened = await russian.taps(page, "1", "🗂 Оценка ·", "из 100")
    assert opened.message_id == page.message_id
    await russian.taps(opened, "Удалить", "Вернуть её будет нельзя")
    await russian.taps(opened, "Да, удалить", "Оценок пока нет")
    assert (await client.commands(russian.user_id))[0]["description"] == "Оценить резюме"


async def test_the_form_in_english_with_back_skip_and_bad_answers(
    english: Chat, client: SandboxClient
) -> None:
    ways = await english.says("/score", "seven questions")
    await english.taps(ways, "Fill in the form", "question 1 of 7")
    await english.says("Data engineer", "question 2 of 7")
    await english.says("long ago", "I found no job", "question 2 of 7")
    question = await english.says(
        "2021-03 - now: Data engineer, Lighthouse\nBuilt pipelines", "question 3 of 7"
    )
    question = await english.taps(question, "Back", "question 2 of 7", "Lighthouse")
    question = await english.taps(question, "Keep", "question 3 of 7")
    question = await english.says("SQL, Python, Airflow", "question 4 of 7")
    await english.says("young", "A number in digits", "question 4 of 7")
    question = await english.says("28", "question 5 of 7")
    for number in (6, 7):
        question = await english.taps(question, "Skip", f"question {number} of 7")
    card = await english.taps(question, "Skip", "The resume's card", "📊 Score")
    for words in ("Data engineer", "Lighthouse", "28 years", "SQL, Python, Airflow", "City: —"):
        assert words in card.text
    answer = await english.taps(card, "📊 Score", "of 100")
    assert "Demo model" in answer.text
    again = await english.taps(answer, "Edit and score again", "📊 Score", "All correct?")
    assert answer.message_id in [one.message_id for one in await english.bot_messages()]
    await english.taps(again, "City", "Which city")
    again = await english.says("Leeds", "City: Leeds", "📊 Score")
    await english.taps(again, "📊 Score", "of 100")
    await english.says("/history", "2 in all")
    assert (await client.commands(english.user_id))[0]["description"] == "Score a resume"


async def test_a_word_file_and_a_pasted_text(english: Chat, russian: Chat) -> None:
    card = await english.sends(SAMPLES / "free_en.docx", "📊 Score")
    await english.taps(card, "Cancel", "free_en.docx", "is closed")
    text = (SAMPLES / "free_ru_cp1251.txt").read_bytes().decode("cp1251")
    card = await russian.says(text, "Оценить")
    assert "Пермь" in card.text
    assert "message.txt" not in card.text


async def test_the_newest_file_wins_and_an_old_button_says_so(
    russian: Chat, client: SandboxClient
) -> None:
    old = await russian.sends(SAMPLES / "hh_ru_2024.pdf", "Оценить")
    score = old.find_button("Оценить")
    new = await russian.sends(SAMPLES / "free_ru.docx", "Оценить")
    assert score is not None
    assert score.callback_data is not None
    await russian.sees("«hh_ru_2024.pdf» сменило", "Вернуть карточку")
    with pytest.raises(Exception, match="button"):
        await client.tap(old.message_id, score.callback_data, russian.user_id)
    await russian.taps(new, "Оценить", "из 100")


async def test_telegrams_bad_day(russian: Chat, client: SandboxClient) -> None:
    await client.set_fault("sendMessage", "retry_after", seconds=1, count=1)
    await client.set_fault("getUpdates", "bad_gateway", count=2)
    await client.set_fault("getFile", "bad_gateway", count=1)
    await client.set_fault("file", "drop", count=1)
    await client.set_fault("editMessageText", "bad_gateway", count=2)
    card = await russian.sends(SAMPLES / "hh_ru_2024.pdf", "Оценить")
    await client.set_fault("sendMessage", "bad_gateway", count=2)
    await russian.taps(card, "Оценить", "из 100")
    await russian.says("/history", "всего 1")


@pytest.mark.system("tesseract")
async def test_a_photo_of_a_resume(client: SandboxClient, russian: Chat) -> None:
    await client.send_file(SAMPLES / "scan.png", None, russian.user_id, "ru", as_photo=True)
    card = await russian.sees("Вот что я прочитал", "Оценить")
    assert "Это картинка" in card.text
    assert "photo.jpg" not in card.text
