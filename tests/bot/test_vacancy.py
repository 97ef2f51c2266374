"""Vacancies as a recruiter keeps them: asked once, chosen, changed, found again."""

import pytest
from aiogram.types import Message

from domain.errors import VacancyNotFoundError
from domain.vacancy import Vacancy
from tests.bot.chat import Person, labels
from tests.bot.conftest import Desk
from tests.bot.people import analysis
from tests.bot.vacancies import add, chosen, text_of


async def own(desk: Desk, user_id: int = 1) -> list[Vacancy]:
    return list(await desk.database.vacancies.list_all(user_id))


async def begin(person: Person) -> Message:
    await person.says("/vacancy")
    return await person.taps("Новая вакансия")


async def test_four_questions_make_a_vacancy_that_is_chosen(desk: Desk) -> None:
    person = desk.person()
    assert "Опишите вакансию один раз" in text_of(await person.says("/vacancy"))
    assert "вопрос 1 из 4" in text_of(await person.taps("Новая"))
    assert "вопрос 2 из 4" in text_of(await person.says("Аналитик <b> & Ко"))
    question = await person.says("Банк «Пример»")
    assert labels(question)[:4] == ["Junior", "Middle", "Senior", "Lead"]
    assert "вопрос 4 из 4" in text_of(await person.taps("Senior"))
    view = await person.says("от 200 000 руб на руки")
    for words in (
        "<b>Аналитик &lt;b&gt; &amp; Ко</b>",
        "Компания</b>: Банк «Пример»",
        "Грейд</b>: Senior",
        "Зарплата</b>: от 200 000",
        "ещё нет",
        "✅ Новые резюме идут на эту вакансию",
        "start=vacancy_1",
    ):
        assert words in text_of(view)
    (vacancy,) = await own(desk)
    assert vacancy.salary is not None
    assert vacancy.salary.amount_from == 200_000
    assert await chosen(desk) == vacancy.id


async def test_every_question_may_be_skipped(desk: Desk) -> None:
    person = desk.person("en")
    await person.says("/vacancy")
    await person.taps("New vacancy")
    for _ in range(4):
        await person.taps("Skip")
    (vacancy,) = await own(desk)
    assert vacancy.title == "Vacancy of 3 November"
    assert (vacancy.client_name, vacancy.grade, vacancy.salary) == (None, None, None)


async def test_a_double_tap_skips_one_question(desk: Desk) -> None:
    person = desk.person()
    first = await begin(person)
    await person.taps("Пропустить", first)
    assert "вопрос 2 из 4" in text_of(await person.taps("Пропустить", first))


async def test_a_grade_in_own_words_and_a_step_back(desk: Desk) -> None:
    person = desk.person()
    await begin(person)
    await person.says("Повар")
    await person.taps("Пропустить")
    await person.says("Грейд 2")
    grade = await person.taps("Назад")
    assert "вопрос 3 из 4" in text_of(grade)
    assert "Грейд 2" in text_of(grade)
    assert "вопрос 4 из 4" in text_of(await person.taps("Оставить"))
    assert (await own(desk))[0].grade == "Грейд 2"


@pytest.mark.parametrize(("answer", "problem"), [("%%%", "ни одной буквы"), ("😀", "ни одной")])
async def test_a_title_without_a_word_is_asked_again(desk: Desk, answer: str, problem: str) -> None:
    person = desk.person()
    await begin(person)
    assert problem in text_of(await person.says(answer))
    assert await own(desk) == []
    assert "⚠️" not in text_of(await person.says("Повар"))


async def test_a_salary_that_is_none_is_asked_again(desk: Desk) -> None:
    person = desk.person()
    await begin(person)
    for _ in range(3):
        await person.taps("Пропустить")
    assert "⚠️" in text_of(await person.says("%%%"))
    assert "Зарплата</b>: 3000 $" in text_of(await person.says("3000 $"))


@pytest.mark.parametrize(
    "title",
    ["<script>alert(1)</script>", "{title} { $x } %s", "a\u202egnp.exe\nb\u0000c", "'; DROP--x"],
)
async def test_hostile_titles_are_titles(desk: Desk, title: str) -> None:
    person = desk.person()
    await begin(person)
    assert "вопрос 2 из 4" in text_of(await person.says(title))
    (vacancy,) = await own(desk)
    assert "\n" not in vacancy.title
    assert "\u202e" not in vacancy.title
    assert "<script>" not in text_of(await person.says("/vacancy"))


async def test_what_comes_between_two_answers_loses_none(desk: Desk) -> None:
    person = desk.person()
    await begin(person)
    await person.says("Повар")
    await person.says("Столовая")
    await person.says("Опыт работы. " * 40)
    assert len(desk.tasks.accepted) == 1
    await person.says("/history")
    (vacancy,) = await own(desk)
    assert (vacancy.title, vacancy.client_name) == ("Повар", "Столовая")
    assert await chosen(desk) == vacancy.id


async def test_the_chosen_one_is_marked_changed_and_dropped(desk: Desk) -> None:
    cook, lawyer = await add(desk, "Повар"), await add(desk, "Юрист")
    person = desk.person()
    page = await person.says("/vacancy")
    assert labels(page)[:2] == ["Юрист", "Повар"]
    view = await person.taps("Повар")
    assert view.message_id == page.message_id
    await person.taps("Выбрать")
    assert await chosen(desk) == cook
    assert "Новые резюме идут на эту" in text_of(desk.bot.last)
    assert labels(await person.taps("К списку"))[:2] == ["Юрист", "Повар ✓"]
    await person.taps("Юрист")
    await person.taps("Выбрать")
    assert await chosen(desk) == lawyer
    await person.taps("К списку")
    assert "✓" not in "".join(labels(await person.taps("Без вакансии")))
    assert await chosen(desk) is None


async def test_a_fact_is_edited_and_cleared(desk: Desk) -> None:
    await add(desk, "Повар", client_name="Столовая")
    person = desk.person()
    await person.says("/vacancy")
    await person.taps("Повар")
    question = await person.taps("Компания")
    assert "✏️ <b>Компания</b>" in text_of(question)
    assert "Столовая" in text_of(question)
    assert "Компания</b>: Кафе" in text_of(await person.says("Кафе"))
    await person.taps("Компания")
    assert "Компания</b>: —" in text_of(await person.taps("Очистить"))
    await person.taps("Название")
    assert "🗑" not in "".join(labels(desk.bot.last))
    assert "<b>Су-шеф</b>" in text_of(await person.says("Су-шеф"))


async def test_the_history_of_a_vacancy_leads_back_to_it(desk: Desk) -> None:
    cook = await add(desk, "Повар")
    await desk.keeps(analysis().model_copy(update={"vacancy_id": cook}), analysis())
    person = desk.person()
    await person.says("/vacancy")
    await person.taps("Повар")
    page = await person.taps("История вакансии")
    assert "💼 Повар" in text_of(page)
    assert "Найдено: 1" in text_of(page)
    assert "start=vacancy" in text_of(await person.taps("Закрыть"))


async def test_many_vacancies_have_pages(desk: Desk) -> None:
    for number in range(7):
        await add(desk, f"Вакансия {number}")
    person = desk.person()
    await person.says("/vacancy")
    assert labels(await person.taps("➡️"))[:2] == ["Вакансия 1", "Вакансия 0"]


async def test_anothers_vacancy_can_be_neither_opened_nor_chosen(desk: Desk) -> None:
    hers = await add(desk, "Чужая", user_id=2)
    with pytest.raises(VacancyNotFoundError):
        await desk.dispatcher["choose_vacancy"](1, hers)
    assert await chosen(desk) is None
    assert "Чужая" not in text_of(await desk.person().says("/vacancy"))


async def test_a_candidate_is_told_where_the_role_is_changed(desk: Desk) -> None:
    await desk.settle(1, "candidate")
    person = desk.person("en")
    for command in ("/vacancy", "/compare"):
        assert "/settings" in text_of(await person.says(command))


async def test_commands_one_after_the_other_leave_no_pile(desk: Desk) -> None:
    person = desk.person()
    await desk.keeps(analysis(), analysis())
    for _ in range(3):
        for command in ("/history", "/vacancy", "/compare"):
            await person.says(command)
    async with desk.door.enter(1, 1, "ru") as manager:
        assert len(manager.current_stack().intents) == 1
