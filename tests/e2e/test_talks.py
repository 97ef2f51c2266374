"""Whole talks with the real bot over HTTP: file, form, edit, score, history."""

import pytest

from sandbox.client import SandboxClient
from tests.e2e.chatting import Chat
from tests.e2e.resumes import PDF, SAMPLES
from tests.e2e.words import (
    ALL_CORRECT,
    EDIT_AGAIN,
    FILL_IN,
    SCORE,
    SEVEN_QUESTIONS,
    SKIP,
    WHICH_CITY,
    question,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")
BACK = ("Назад", "Back")
CITY = ("Город", "City")


async def test_a_file_is_read_corrected_scored_found_and_deleted(
    recruiter: Chat, client: SandboxClient
) -> None:
    await recruiter.says("/start", "PDF, DOCX, DOC")
    card = await recruiter.sends(PDF, ("Должность: ", "Position: "), SCORE)
    assert "Python-разработчик" in card.text
    assert recruiter.word(("Возраст: 34 года", "Age: 34 years")) in card.text
    asked = await recruiter.taps(card, CITY, WHICH_CITY, "Новосибирск")
    edited = await recruiter.says("Нижний <Тагил> & Ко", SCORE)
    assert recruiter.word(("Город: Нижний", "City: Нижний")) + " <Тагил> & Ко" in edited.text
    assert asked.message_id not in [one.message_id for one in await recruiter.bot_messages()]
    answer = await recruiter.scores(edited)
    for words in (
        ("50 — середина", "50 is the middle"),
        ("модель проверяли", "the model was checked on"),
        ("Вероятность, что заявленный грейд", "Probability that the claimed grade"),
        ("не решение", "not a decision"),
        ("Демо-модель", "Demo model"),
    ):
        assert recruiter.word(words) in answer.text
    page = await recruiter.taps(
        answer, ("История", "History"), ("Ваши оценки", "Your scores"), ("всего 1", "1 in all")
    )
    assert "Нижний" in page.text
    opened = await recruiter.taps(page, "1", ("🗂 Оценка ·", "🗂 Score ·"))
    assert opened.message_id == page.message_id
    sure = await recruiter.taps(
        opened, ("Удалить", "Delete"), ("Вернуть её будет нельзя", "can't be brought back")
    )
    gone = ("Оценок пока нет", "No scores yet")
    await recruiter.taps(sure, ("Да, удалить", "Yes, delete"), gone)
    first = (await client.commands(recruiter.user_id))[0]
    assert first["description"] == recruiter.word(("Оценить резюме", "Score a resume"))


async def test_the_form_with_back_skip_and_bad_answers(recruiter: Chat) -> None:
    ways = await recruiter.says("/score", SEVEN_QUESTIONS)
    await recruiter.taps(ways, FILL_IN, question(1))
    await recruiter.says("Data engineer", question(2))
    await recruiter.says(("давно", "long ago"), ("Не нашёл", "I found no job"), question(2))
    asked = await recruiter.says(
        "2021-03 - now: Data engineer, Lighthouse\nBuilt pipelines", question(3)
    )
    asked = await recruiter.taps(asked, BACK, question(2), "Lighthouse")
    asked = await recruiter.taps(asked, ("Оставить", "Keep"), question(3))
    asked = await recruiter.says("SQL, Python, Airflow", question(4))
    await recruiter.says(("молод", "young"), ("число цифрами", "A number in digits"), question(4))
    asked = await recruiter.says("28", question(5))
    for number in (6, 7):
        asked = await recruiter.taps(asked, SKIP, question(number))
    card = await recruiter.taps(asked, SKIP, ("Карточка резюме", "The resume's card"), SCORE)
    for words in ("Data engineer", "Lighthouse", ("28 лет", "28 years"), "SQL, Python, Airflow"):
        assert recruiter.word(words) in card.text
    assert recruiter.word(("Город: —", "City: —")) in card.text
    answer = await recruiter.scores(card)
    again = await recruiter.taps(answer, EDIT_AGAIN, ALL_CORRECT)
    assert answer.message_id in [one.message_id for one in await recruiter.bot_messages()]
    await recruiter.taps(again, CITY, WHICH_CITY)
    again = await recruiter.says("Leeds", ("Город: Leeds", "City: Leeds"), SCORE)
    await recruiter.scores(again, ("Было", "It was"), "→ Leeds")
    await recruiter.says("/history", ("всего 2", "2 in all"))


async def test_a_word_file_a_pasted_text_a_forward_and_hh_rus_json(recruiter: Chat) -> None:
    card = await recruiter.sends(SAMPLES / "free_en.docx", SCORE)
    await recruiter.taps(card, ("Отмена", "Cancel"), "free_en.docx", ("закрыта", "is closed"))
    text = (SAMPLES / "free_ru_cp1251.txt").read_bytes().decode("cp1251")
    card = await recruiter.says(text, SCORE)
    assert "Пермь" in card.text
    assert "message.txt" not in card.text
    await recruiter.sends(SAMPLES / "linkedin.pdf", SCORE, forwarded_from="Анна")
    await recruiter.sends(SAMPLES / "hh_api.json", SCORE)


async def test_the_newest_file_wins_and_an_old_button_says_so(
    recruiter: Chat, client: SandboxClient
) -> None:
    old = await recruiter.sends(PDF, SCORE)
    score = old.find_button(recruiter.word(SCORE))
    new = await recruiter.sends(SAMPLES / "free_ru.docx", SCORE)
    assert score is not None
    assert score.callback_data is not None
    replaced = ("«hh_ru_2024.pdf» сменило", "“hh_ru_2024.pdf” gave its place")
    await recruiter.sees(replaced, ("Вернуть карточку", "Bring the card back"))
    with pytest.raises(Exception, match="button"):
        await client.tap(old.message_id, score.callback_data, recruiter.user_id)
    await recruiter.scores(new)


async def test_telegrams_bad_day(russian: Chat, client: SandboxClient) -> None:
    await client.set_fault("sendMessage", "retry_after", seconds=1, count=1)
    await client.set_fault("getUpdates", "bad_gateway", count=2)
    await client.set_fault("getFile", "bad_gateway", count=1)
    await client.set_fault("file", "drop", count=1)
    await client.set_fault("editMessageText", "bad_gateway", count=2)
    card = await russian.sends(PDF, SCORE)
    await client.set_fault("sendMessage", "bad_gateway", count=2)
    await russian.scores(card)
    await russian.says("/history", "всего 1")


@pytest.mark.system("tesseract")
async def test_a_photo_of_a_resume(recruiter: Chat) -> None:
    card = await recruiter.sends(SAMPLES / "scan.png", SCORE, as_photo=True)
    assert recruiter.word(("Это картинка", "This is a picture")) in card.text
    assert "photo.jpg" not in card.text
