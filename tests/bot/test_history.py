"""The history as a person uses it: pages, words, filters, one answer and what is done with it."""

from datetime import timedelta

import pytest
from aiogram.types import Message

from bot.dialogs.draft import Draft
from domain.analysis import Analysis
from domain.resume import Resume
from domain.vacancy import NewVacancy
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.people import RESUME, analysis

COOK = Resume(position="Повар", city="Орёл", client_name="Столовая № 1")
LAWYER = Resume(position="Юрист", city="Тверь")


def text_of(message: Message) -> str:
    return message.text or ""


async def keep(desk: Desk, resume: Resume = RESUME, score: float = 72.4, **about: object) -> int:
    """A scored resume of person 1; `about` are more facts of the row."""
    new: Analysis = analysis(resume=resume, score=score).model_copy(update=about)
    return (await desk.keeps(new))[0].id


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


async def test_typed_words_search_and_a_button_widens(desk: Desk) -> None:
    await keep(desk, COOK)
    await keep(desk, LAWYER)
    person = desk.person()
    await person.says("/history")
    found = await person.says("орел пов")
    assert "🔎 «орел пов»" in text_of(found)
    assert "Найдено: 1" in text_of(found)
    assert "Повар" in text_of(found)
    assert "Юрист" not in text_of(found)
    nothing = await person.says("водолаз")
    assert "Ничего не нашлось" in text_of(nothing)
    assert "начало слова" in text_of(nothing)
    everything = await person.taps("Все оценки")
    assert "Юрист" in text_of(everything)
    assert "«водолаз»" not in text_of(everything)
    assert "↩️ Все оценки" not in labels(everything)


async def test_the_command_takes_words(desk: Desk) -> None:
    await keep(desk, COOK)
    await keep(desk, LAWYER)
    found = await desk.person().says("/history повар")
    assert "Повар" in text_of(found)
    assert "Юрист" not in text_of(found)


@pytest.mark.parametrize(
    "words",
    ["%", "_", "'; DROP TABLE analyses; --", ".*", "(((", "😀", "\\", "<b>", "{}", "a" * 300],
)
async def test_hostile_words_are_words(desk: Desk, words: str) -> None:
    await keep(desk)
    person = desk.person()
    await person.says("/history")
    answer = await person.says(words)
    assert "Ничего не нашлось" in text_of(answer) or "хотя бы одна буква" in text_of(answer)
    assert await desk.database.analyses.count(1) == 1
    assert "Аналитик" in text_of(await person.says("/history " + "%" * 4000))


async def test_a_long_text_is_a_resume_still(desk: Desk) -> None:
    await keep(desk)
    person = desk.person()
    await person.says("/history")
    assert "Читаю" in text_of(await person.says("Опыт работы. " * 40))
    assert len(desk.tasks.accepted) == 1


async def test_filters_are_set_and_taken_off_in_one_message(desk: Desk) -> None:
    await keep(desk, COOK, 81)
    desk.clock.now += timedelta(days=10)
    await keep(desk, LAWYER, 55)
    person = desk.person()
    page = await person.says("/history")
    filters = await person.taps("Поиск")
    assert filters.message_id == page.message_id
    assert "Найдено:</b> 2" in text_of(filters)
    assert "Найдено:</b> 1" in text_of(await person.taps("7 дней"))
    assert "7 дней ✓" in labels(desk.bot.last)
    assert "Найдено:</b> 0" in text_of(await person.taps("От 70"))
    assert "📅 7 дней · 📊 от 70" in text_of(desk.bot.last)
    assert "уберите фильтр" in text_of(await person.taps("Показать")).lower()
    await person.taps("Поиск")
    await person.taps("От 70 ✓")
    assert "Найдено:</b> 2" in text_of(await person.taps("7 дней ✓"))


async def test_a_second_tap_of_the_same_button_changes_nothing(desk: Desk) -> None:
    await keep(desk)
    person = desk.person()
    await person.says("/history")
    filters = await person.taps("Поиск")
    await person.taps("30 дней", filters)
    again = await person.taps("30 дней", filters)
    assert "30 дней ✓" in labels(again)


async def test_the_best_come_first_on_demand(desk: Desk) -> None:
    await keep(desk, COOK, 81)
    await keep(desk, LAWYER, 55)
    person = desk.person()
    assert text_of(await person.says("/history")).index("Юрист") == text_of(desk.bot.last).index(
        "Юрист"
    )
    await person.taps("Поиск")
    await person.taps("лучшие")
    best = text_of(await person.taps("Показать"))
    assert best.index("Повар") < best.index("Юрист")


async def test_the_scores_of_one_vacancy(desk: Desk) -> None:
    vacancy = await desk.database.vacancies.add(NewVacancy(user_id=1, title="Столовая <1>"))
    await keep(desk, COOK, vacancy_id=vacancy.id)
    await keep(desk, LAWYER)
    person = desk.person()
    assert "💼 Столовая &lt;1&gt;" in text_of(await person.says("/history"))
    await person.taps("Поиск")
    await person.taps("Все вакансии")
    filters = await person.taps("Столовая")
    assert "Найдено:</b> 1" in text_of(filters)
    assert "💼 Столовая <1>" in labels(filters)
    assert "Юрист" not in text_of(await person.taps("Показать"))


async def test_a_candidate_has_neither_vacancies_nor_comparisons(desk: Desk) -> None:
    await desk.settle(1, "candidate")
    await keep(desk, COOK)
    await keep(desk, LAWYER)
    person = desk.person()
    page = await person.says("/history")
    assert "⚖️ Сравнить" not in labels(page)
    assert "💼 Все вакансии" not in labels(await person.taps("Поиск"))


async def test_a_blind_recruiter_sees_no_city_and_searches_none(desk: Desk) -> None:
    await keep(desk, COOK)
    await desk.database.people.set_blind(1, True)
    person = desk.person()
    assert "Орёл" not in text_of(await person.says("/history"))
    assert "по городу не ищу" in text_of(await person.taps("Поиск"))
    assert "Ничего не нашлось" in text_of(await person.says("орел"))
    found = text_of(await person.says("повар"))
    assert "Повар" in found
    assert "Орёл" not in found


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


async def test_five_thousand_are_listed_and_searched(desk: Desk) -> None:
    number = await keep(desk, COOK)
    await desk.database._transactions.run(
        lambda connection: connection.exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4999) "
            "INSERT INTO analyses (user_id, created_at, source, resume, score, probability, "
            "percentile, explanation, bundle_name, bundle_revision, template, is_demo) "
            "SELECT user_id, created_at, source, resume, i % 100, probability, percentile, "
            "explanation, bundle_name, bundle_revision, template, is_demo FROM analyses, n "
            f"WHERE id = {number}"
        )
    )
    person = desk.person()
    assert "всего 5\xa0000" in text_of(await person.says("/history"))
    assert "Найдено: 5\xa0000" in text_of(await person.says("повар"))
