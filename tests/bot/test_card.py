"""The card: careers and skills piece by piece, vacancies, blind mode, a candidate's own words."""

import pytest

from bot.dialogs.draft import Draft
from bot.i18n import LANGUAGES, Language, Locales
from bot.replies.field_values import salary_text
from bot.replies.pieces import typed_job
from domain.resume import Job, Resume, Salary
from domain.vacancy import NewVacancy
from parsers.answers import TypedAnswerReader
from tests.bot.cards import READ, open_read
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.people import RESUME

LOCALES = Locales()
CAREER = Resume(
    position="Аналитик",
    key_skills=tuple(f"Навык {number}" for number in range(1, 12)),
    work_experience=tuple(
        Job(
            start=f"{2020 - number}-01",
            end=f"{2020 - number}-12",
            position="Аналитик",
            company=f"Фирма {number}",
            description=f"Отчёты {number}",
        )
        for number in range(6)
    ),
)


async def test_a_job_is_corrected_and_keeps_its_description(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk, Draft(resume=CAREER, source="file"))
    jobs = await person.taps("Опыт")
    assert "6 мест" in (jobs.text or "")
    assert "2020 · Аналитик, Фирма 0" in labels(jobs)
    await person.taps("➡️")
    asked = await person.taps("Фирма 5")
    assert "<code>2015-01 - 2015-12: Аналитик, Фирма 5</code>" in (asked.text or "")
    assert "Отчёты 5" in (asked.text or "")
    await person.says("2014-02 - 2015-12: Стажёр, Фирма 5")
    card = await person.taps("К карточке")
    assert "02.2014 — 12.2015: Стажёр, Фирма 5" in (card.text or "")
    await person.taps("Оценить")
    draft = Draft.model_validate(desk.tasks.accepted[0].payload["draft"])
    assert draft.resume.work_experience[5].description == "Отчёты 5"


async def test_a_job_is_added_deleted_and_brought_back(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk, Draft(resume=CAREER, source="file"))
    await person.taps("Опыт")
    jobs = await person.says("2021-03 - сейчас: Ведущий аналитик, ООО «Маяк»")
    assert "7 мест" in (jobs.text or "")
    await person.taps("2021 · Ведущий")
    jobs = await person.taps("Удалить")
    assert "6 мест" in (jobs.text or "")
    jobs = await person.taps("Вернуть удалённое")
    assert "7 мест" in (jobs.text or "")
    asked = await person.taps("Добавить")
    assert "ещё одно место" in (asked.text or "")
    assert "Нашёл" not in ((await person.says("просто работал")).text or "")
    jobs = await person.says("2010-01 - 2011-01: Оператор, ООО «Порт»")
    assert "8 мест" in (jobs.text or "")


async def test_skills_come_and_go_one_by_one(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk, Draft(resume=CAREER, source="file"))
    skills = await person.taps("Навыки")
    first = await person.taps("Навык 1", skills)
    again = await person.taps("Навык 1$", skills)
    assert "· 10" in (again.text or "")
    assert first.message_id == again.message_id
    added = await person.says("навык 2, Kafka")
    assert "· 11" in (added.text or "")
    card = await person.taps("К карточке")
    assert "Kafka" in (card.text or "")
    assert "Навык 1," not in (card.text or "")
    await person.taps("Навыки")
    await person.taps("заново")
    card = await person.says("Java, Go")
    assert "Ключевые навыки</b>: Java, Go" in (card.text or "")


VACANCY = NewVacancy(
    user_id=1, title="Аналитик <в банк>", client_name="Банк «Север»", grade="Senior"
)


async def test_a_new_resume_goes_to_the_chosen_vacancy(desk: Desk) -> None:
    person = desk.person()
    vacancy = await desk.database.vacancies.add(VACANCY)
    await desk.database.people.set_vacancy(1, vacancy.id)
    await open_read(desk, is_new=True)
    text = desk.bot.last.text or ""
    assert "💼 Вакансия: Аналитик &lt;в банк&gt;" in text
    assert "<b>Компания-заказчик</b> 💼: Банк «Север»" in text
    assert "<b>Зарплата</b> 💼: от 200 000 ₽, претендует на грейд Senior" in text
    await person.taps("Зарплата")
    await person.says("300 000 ₽")
    card = await person.taps("Убрать вакансию")
    text = card.text or ""
    assert "Вакансия" not in text
    assert "Банк «Пример»" in text
    assert "300 000 ₽" in text
    assert "Убрать вакансию" not in " ".join(labels(card))


async def test_an_old_analysis_keeps_its_own_vacancy(desk: Desk) -> None:
    first = await desk.database.vacancies.add(VACANCY)
    second = await desk.database.vacancies.add(VACANCY.model_copy(update={"title": "Другая"}))
    await desk.database.people.set_vacancy(1, second.id)
    await open_read(desk, READ.model_copy(update={"vacancy_id": first.id, "parent_id": 3}))
    text = desk.bot.last.text or ""
    assert "Аналитик &lt;в банк&gt;" in text
    assert "Другая" not in text


async def test_blind_mode_hides_from_the_person_too(desk: Desk) -> None:
    person = desk.person()
    await desk.database.people.set_blind(1, True)
    await open_read(desk, READ.model_copy(update={"resume": RESUME.with_field("city", "Омск")}))
    text = desk.bot.last.text or ""
    assert "34" not in text
    assert "Омск" not in text
    assert "<b>Возраст</b>: 🙈 скрыто" in text
    assert "❔ 1 поле" in text
    question = await person.taps("Город")
    assert "Омск" not in (question.text or "")
    assert "Слепой режим" in (question.text or "")
    assert not any("Показать" in label for label in labels(question))
    status = await person.taps("Оценить", await person.taps("К карточке"))
    assert "34" not in (status.text or "")
    assert desk.tasks.accepted[0].payload["hidden"] == ["age", "city"]


async def test_a_candidate_is_asked_about_themselves(desk: Desk) -> None:
    person = desk.person()
    await desk.database.people.set_role(1, "candidate")
    await open_read(desk, Draft(resume=Resume(position="Повар"), source="form"))
    assert "Сколько вам полных лет" in ((await person.taps("Возраст")).text or "")
    await person.taps("К карточке")
    question = await person.taps("Заказчик")
    assert "вы хотите" in (question.text or "")
    assert "ропусти" not in (question.text or "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "job",
    [
        Job(start="2021-03", current=True, company="ООО «Маяк»", position="Аналитик"),
        Job(start="2018", end="2021", company="Acme Ltd", position="Software engineer"),
        Job(start="2018-01", end="2019-02", position="Бухгалтер", company="Парус"),
    ],
)
def test_a_job_that_is_copied_is_read_as_it_was(job: Job, language: Language) -> None:
    typed = typed_job(LOCALES[language], job)
    assert TypedAnswerReader().read_answer("work_experience", typed) == (job,)


@pytest.mark.parametrize(
    ("salary", "shown_as"),
    [
        (Salary(amount_from=200_000, currency="RUB", text="200000 руб"), "200\u00a0000 руб"),
        (Salary(amount_from=200_000, text="200к"), "200к (200\u00a0000)"),
        (
            Salary(amount_from=150_000, amount_to=200_000, currency="RUB", text="150-200 тыс."),
            "150-200 тыс. (150\u00a0000 – 200\u00a0000 ₽)",
        ),
        (Salary(amount_from=3000, currency="USD", text="3000"), "3\u00a0000 $"),
        (Salary(amount_from=4000, currency="EUR", text="from 4,000 EUR net"), "from 4,000 EUR net"),
        (Salary(text="с 2023 года договорная"), "с 2023 года договорная"),
    ],
)
def test_sums_are_in_groups_of_three_with_their_currency(salary: Salary, shown_as: str) -> None:
    assert salary_text(salary, 100) == shown_as


def test_a_salary_of_the_vacancy_only_fills_a_gap() -> None:
    vacancy = NewVacancy(user_id=1, title="x", salary=Salary(amount_from=1, text="1 ₽"))
    assert vacancy.applied_to(RESUME).salary == RESUME.salary
