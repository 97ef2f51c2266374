"""Dialogs as a person goes through them."""

import asyncio

from aiogram.types import Document, Message, PhotoSize, Voice

from bot.dialogs.draft import Draft
from bot.dialogs.opening import open_card
from domain.resume import Resume
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.people import RESUME

DRAFT = Draft(resume=RESUME, source="file", file_sha256="f" * 64, doubtful=("city",))


async def show_card(desk: Desk, draft: Draft = DRAFT) -> None:
    async with desk.door.enter(1, 1, "ru") as manager:
        await open_card(manager, draft)


async def test_a_field_is_edited_and_scored(desk: Desk) -> None:
    person = desk.person()
    await show_card(desk)
    question = await person.taps("Город")
    assert "В каком городе" in (question.text or "")
    assert "Барнаул" in (question.text or "")
    card = await person.says("Тверь")
    assert "<b>Город</b>: Тверь" in (card.text or "")
    assert question.message_id not in desk.bot.shown
    status = await person.taps("Оценить")
    assert status.message_id == card.message_id
    assert "Считаю оценку" in (status.text or "")
    assert not labels(status)
    (task,) = desk.tasks.accepted
    assert task.kind == "score"
    assert task.status_message_id == card.message_id
    stored = Draft.model_validate(task.payload["draft"])
    assert stored.resume.city == "Тверь"
    assert stored.doubtful == ()
    assert stored.file_sha256 == "f" * 64


async def test_a_bad_answer_is_asked_again(desk: Desk) -> None:
    person = desk.person()
    await show_card(desk)
    await person.taps("Возраст")
    again = await person.says("молод душой")
    assert "нужно число" in (again.text or "")
    assert "Сколько" in (again.text or "")
    card = await person.says("41")
    assert "<b>Возраст</b>: 41 год" in (card.text or "")
    question = await person.taps("Возраст")
    assert "нужно число" not in (question.text or "")


async def test_a_whole_resume_is_no_answer_but_a_resume(desk: Desk) -> None:
    person = desk.person()
    await person.says("/score")
    await person.taps("анкету")
    await settled(desk)
    await person.says("Повар с опытом работы. " * 20)
    await show_card(desk)
    await person.taps("Город")
    await person.says("Повар с опытом работы. " * 20)
    assert [task.kind for task in desk.tasks.accepted] == ["read_file", "read_file"]
    assert "ответ слишком" not in (desk.bot.last.text or "").lower()


async def test_a_field_is_cleared(desk: Desk) -> None:
    person = desk.person()
    await show_card(desk)
    for button, line in (("Зарплата", "<b>Зарплата</b>: —"), ("Заказчик", "заказчик</b>: —")):
        await person.taps(button)
        assert line in ((await person.taps("Очистить")).text or "")


async def test_an_empty_card_is_not_scored(desk: Desk) -> None:
    await show_card(desk, Draft(resume=Resume(), source="form"))
    answer = await desk.person().taps("Оценить")
    assert "Оценивать пока нечего" in (answer.text or "")
    assert not desk.tasks.accepted
    assert "Оценить" in labels(desk.bot.shown[answer.message_id - 1])[0]


async def test_the_form_leads_to_the_card(desk: Desk) -> None:
    person = desk.person("en")
    await person.says("/score")
    await person.taps("Fill in the form")
    question = await settled(desk)
    assert "question 1 of 7" in (question.text or "")
    assert labels(question) == ["Skip ➡️", "✖️ Cancel"]
    question = await person.says("Data analyst")
    assert "question 2 of 7" in (question.text or "")
    assert "I found no job" in ((await person.says("a bit of this")).text or "")
    await person.says("2021-03 - now: Data analyst, Lighthouse. Reports")
    back = await person.taps("Back")
    assert "Lighthouse" in (back.text or "")
    assert "⬅️ Back" in labels(back)
    assert "Keep ➡️" in labels(back)
    await person.taps("Keep")
    for _ in range(4):
        await person.taps("Skip")
    card = await person.taps("Skip")
    assert "<b>Position</b>: Data analyst" in (card.text or "")
    assert "Lighthouse" in (card.text or "")
    await person.taps("Score")
    stored = Draft.model_validate(desk.tasks.accepted[0].payload["draft"])
    assert (stored.source, stored.resume.layout) == ("form", "form")


async def test_a_double_tap_skips_one_question(desk: Desk) -> None:
    person = desk.person("en")
    await person.says("/score")
    await person.taps("Fill in the form")
    first = await settled(desk)
    second = await person.taps("Skip", first)
    assert "question 2 of 7" in (second.text or "")
    again = await person.taps("Skip", first)
    assert "question 2 of 7" in (again.text or "")


async def test_an_answer_handled_again_after_a_crash_counts_once(desk: Desk) -> None:
    person = desk.person("en")
    await person.says("/score")
    await person.taps("Fill in the form")
    await settled(desk)
    await person.sends(message_id=900, text="Cook")
    again = await person.sends(message_id=900, text="Cook")
    assert "question 2 of 7" in (again.text or "")
    assert "⚠️" not in (again.text or "")


async def settled(desk: Desk) -> Message:
    """The form's first question."""
    return await shown(desk, " 1 ")


async def shown(desk: Desk, words: str) -> Message:
    """The last message, once it has these words: what is opened aside comes after the update."""
    async with asyncio.timeout(10):
        while words not in (desk.bot.last.text or ""):  # noqa: ASYNC110  (a message is awaited)
            await asyncio.sleep(0.01)
    # Its dialog is stored after it was shown, under the person's lock.
    async with desk.door.enter(1, 1, "en"):
        return desk.bot.last


async def test_a_file_during_a_form_loses_no_answer(desk: Desk) -> None:
    person = desk.person()
    await person.says("/score")
    await person.taps("анкету")
    await settled(desk)
    await person.says("Повар")
    asked = desk.bot.last
    await show_card(desk)
    assert "ждёт на вопросе 2 из 7" in (desk.bot.shown[asked.message_id].text or "")
    closed = await person.taps("Отмена")
    assert labels(closed) == ["↩️ Вернуть карточку", "▶️ Продолжить (2 из 7)"]
    await person.taps("Продолжить")
    question = await shown(desk, "вопрос 2 из 7")
    assert "Повар" in ((await person.taps("Назад", question)).text or "")


async def test_the_newest_card_wins_and_the_old_one_says_so(desk: Desk) -> None:
    person = desk.person()
    await show_card(desk)
    old = desk.bot.last
    await show_card(desk, DRAFT.with_field("city", "Омск"))
    new = desk.bot.last
    assert labels(desk.bot.shown[old.message_id]) == ["↩️ Вернуть карточку"]
    assert "сменило то, что ниже" in (desk.bot.shown[old.message_id].text or "")
    fresh = await person.taps("Оценить", old)
    assert "устарела" in (desk.bot.toasts[-1] or "")
    assert fresh.message_id > new.message_id
    assert "Омск" in (fresh.text or "")
    assert not desk.tasks.accepted
    await person.taps("Оценить", fresh)
    assert len(desk.tasks.accepted) == 1


async def test_buttons_answer_after_a_restart(desk: Desk) -> None:
    await show_card(desk)
    again = desk.restarted()
    card = desk.bot.last
    question = await again.person().taps("Возраст", card)
    assert "Сколько" in (question.text or "")
    third = again.restarted()
    assert "50 лет" in ((await third.person().says("50")).text or "")


async def test_commands_answer_in_any_dialog(desk: Desk) -> None:
    person = desk.person()
    await show_card(desk)
    await person.taps("Возраст")
    assert "/history" in ((await person.says("/help")).text or "")
    assert "Здравствуйте" in ((await person.says("/start")).text or "")
    assert "Такой команды нет" in ((await person.says("/scor")).text or "")
    assert "Готово" in ((await person.says("/cancel")).text or "")
    assert "Отменять нечего" in ((await person.says("/cancel")).text or "")
    assert desk.tasks.cancelled == 2


async def test_files_texts_and_the_rest(desk: Desk) -> None:
    person = desk.person()
    document = Document(
        file_id="f1", file_unique_id="u1", file_name="я<b>.pdf", file_size=10, mime_type="x/y"
    )
    status = await person.sends(document=document)
    assert "«я&lt;b&gt;.pdf»" in (status.text or "")
    assert desk.tasks.accepted[0].payload["file_id"] == "f1"
    pasted = await person.says("Опыт работы. " * 40)
    assert "Читаю" in (pasted.text or "")
    assert str(desk.tasks.accepted[1].payload["text"]).startswith("Опыт")
    assert "/help" in ((await person.says("привет")).text or "")
    photos = [PhotoSize(file_id=f, file_unique_id=f, width=1, height=1) for f in ("s", "large")]
    assert "«фото»" in ((await person.sends(photo=photos)).text or "")
    assert desk.tasks.accepted[2].payload["file_id"] == "large"
    voice = Voice(file_id="v", file_unique_id="v", duration=1)
    assert "не умею" in ((await person.sends(voice=voice)).text or "")
    assert len(desk.tasks.accepted) == 3


async def test_a_file_handled_again_after_a_crash_gets_no_second_status(desk: Desk) -> None:
    person = desk.person()
    document = Document(file_id="f1", file_unique_id="u1", file_name="a.pdf", file_size=10)
    first = await person.sends(document=document, message_id=77)
    again = await person.sends(document=document, message_id=77)
    assert again.message_id == first.message_id
    assert len(desk.tasks.accepted) == 1


async def test_a_huge_file_and_a_film_are_refused_at_once(desk: Desk) -> None:
    person = desk.person("en")
    huge = Document(file_id="f", file_unique_id="u", file_size=21_000_000)
    assert "larger than 20 MB" in ((await person.sends(document=huge)).text or "")
    film = Document(file_id="f", file_unique_id="u", mime_type="video/mp4")
    assert "can't read" in ((await person.sends(document=film)).text or "")
    assert not desk.tasks.accepted
