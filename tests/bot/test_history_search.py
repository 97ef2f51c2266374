"""The history searched: words, filters, vacancies, and what a blind recruiter finds."""

from datetime import timedelta

import pytest

from domain.vacancy import NewVacancy
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.histories import COOK, LAWYER, keep, text_of


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
