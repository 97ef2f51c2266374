"""The history as a person uses it: pages, one answer and what is done with it."""

from datetime import timedelta

import pytest

from bot.dialogs.draft import Draft
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.histories import COOK, LAWYER, keep, text_of
from tests.bot.people import RESUME


async def test_an_empty_history_says_how_to_begin(desk: Desk) -> None:
    page = await desk.person("en").says("/history")
    assert "/score" in text_of(page)
    assert labels(page) == ["✖️ Close"]


async def test_lines_tell_score_position_city_file_and_time(desk: Desk) -> None:
    await keep(desk, COOK, 41.2, file_name="Иванова <резюме>.pdf")
    page = await desk.person().says("/history")
    assert "<b>1.</b> <b>41</b> · Повар · Орёл" in text_of(page)
    assert "сегодня, 09:30 UTC · 📄 Иванова &lt;резюме&gt;.pdf" in text_of(page)


@pytest.mark.parametrize(
    ("days", "words"), [(0, "сегодня, 09:30 UTC"), (1, "вчера, 09:30"), (2, "3 ноября, 09:30 UTC")]
)
async def test_days_are_told_in_words(desk: Desk, days: int, words: str) -> None:
    await keep(desk)
    desk.clock.now += timedelta(days=days)
    assert words in text_of(await desk.person().says("/history"))


async def test_last_year_is_told_with_its_year(desk: Desk) -> None:
    await keep(desk)
    desk.clock.now += timedelta(days=100)
    assert "3 November 2026" in text_of(await desk.person("en").says("/history"))


async def test_pages_turn_and_numbers_go_on(desk: Desk) -> None:
    for _ in range(14):
        await keep(desk)
    person = desk.person("en")
    first = await person.says("/history")
    assert labels(first)[:8] == ["1", "2", "3", "4", "5", "6", "1 of 3", "➡️"]
    second = await person.taps("➡️")
    assert second.message_id == first.message_id
    assert labels(second)[:9] == ["7", "8", "9", "10", "11", "12", "⬅️", "2 of 3", "➡️"]
    assert labels(await person.taps("➡️"))[:4] == ["13", "14", "⬅️", "3 of 3"]
    assert "2 of 3" in labels(await person.taps("⬅️"))


async def test_a_blind_answer_tells_no_city_of_a_correction(desk: Desk) -> None:
    first = await keep(desk, COOK)
    await keep(desk, COOK.model_copy(update={"city": "Тверь"}), parent_id=first)
    person = desk.person()
    await person.says("/history")
    assert "Орёл → Тверь" in text_of(await person.taps("1"))
    await desk.database.people.set_blind(1, True)
    await person.says("/history")
    answer = text_of(await person.taps("1"))
    assert "Орёл" not in answer
    assert "Тверь" not in answer


async def test_an_answer_is_opened_and_deleted_after_a_question(desk: Desk) -> None:
    await keep(desk, score=72)
    person = desk.person()
    page = await person.says("/history")
    answer = await person.taps("1")
    assert answer.message_id == page.message_id
    assert "72 из 100" in text_of(answer)
    assert "Оценка · сегодня" in text_of(answer)
    assert "<b>72</b> · Аналитик &lt;данных&gt;" in text_of(await person.taps("Удалить"))
    assert "72 из 100" in text_of(await person.taps("Нет"))
    await person.taps("Удалить")
    assert "пока нет" in text_of(await person.taps("Да"))
    assert await desk.database.analyses.count(1) == 0


async def test_verdicts_are_given_in_the_history_too(desk: Desk) -> None:
    number = await keep(desk)
    person = desk.person()
    await person.says("/history")
    await person.taps("1")
    assert "👍 ✓" in labels(await person.taps("👍"))
    assert "👎 ✓" in labels(await person.taps("👎"))
    assert "👎" in labels(await person.taps("👎"))
    await person.taps("После собеседования")
    assert any(
        "Грейд подтвердили ✓" in one for one in labels(await person.taps("Грейд подтвердили"))
    )
    verdict = await desk.database.verdicts.find(1, number)
    assert verdict is not None
    assert (verdict.is_useful, verdict.grade_confirmed) == (None, True)


async def test_a_resume_is_scored_again_as_it_is(desk: Desk) -> None:
    number = await keep(desk)
    await desk.database.people.set_blind(1, True)
    person = desk.person()
    await person.says("/history")
    answer = await person.taps("1")
    status = await person.taps("🔁 Пересчитать", answer)
    assert status.message_id > answer.message_id
    assert "Считаю оценку" in text_of(status)
    await person.taps("🔁 Пересчитать", answer)
    assert any("уже пересчитала" in (toast or "") for toast in desk.bot.toasts)
    (task,) = desk.tasks.accepted
    draft = Draft.model_validate(task.payload["draft"])
    assert (draft.parent_id, draft.resume) == (number, RESUME)
    assert task.payload["hidden"] == ["age", "city"]
    assert task.status_message_id == status.message_id


async def test_an_answer_is_edited_and_scored_again(desk: Desk) -> None:
    await keep(desk)
    person = desk.person()
    await person.says("/history")
    await person.taps("1")
    card = await person.taps("Исправить")
    assert "Барнаул" in text_of(card)
    await person.taps("📊 Оценить")
    assert Draft.model_validate(desk.tasks.accepted[0].payload["draft"]).parent_id == 1


async def test_another_persons_history_is_not_there(desk: Desk) -> None:
    await keep(desk)
    assert "No scores yet" in text_of(await desk.person("en", user_id=2).says("/history"))


async def test_buttons_answer_after_a_restart(desk: Desk) -> None:
    await keep(desk, COOK)
    await keep(desk, LAWYER)
    await desk.person().says("/history повар")
    person = desk.restarted().person()
    assert "Повар" in text_of(await person.taps("1"))
    page = await person.taps("К списку")
    assert "«повар»" in text_of(page)


async def test_a_history_that_an_earlier_version_left_open_goes_on(desk: Desk) -> None:
    await keep(desk, COOK)
    person = desk.person()
    await person.says("/history")
    async with desk.door.enter(1, 1, "ru") as manager:
        del manager.dialog_data["search"]
    assert "Найдено:</b> 1" in text_of(await person.taps("Поиск"))
