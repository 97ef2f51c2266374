"""The card: places in the document, careers and skills piece by piece, vacancies, blind mode."""

import html

import pytest
from aiogram.methods import EditMessageMedia
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.draft import Draft
from bot.dialogs.opening import open_card
from bot.i18n import LANGUAGES, Language, Locales
from bot.replies.cutting import units
from bot.replies.field_values import salary_text
from bot.replies.pieces import typed_job
from bot.replies.place import place_text
from domain.errors import FileUnavailableError, ReadingTimeoutError
from domain.resume import FieldEvidence, Job, Reading, Resume, Salary
from domain.vacancy import NewVacancy
from parsers.answers import TypedAnswerReader
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.parts import KeptPlaces
from tests.bot.people import RESUME
from tests.bot.test_dialogs import shown

LOCALES = Locales()
BOX = FieldEvidence(confidence=0.5, page=2, line=3, box=(40, 50, 200, 62))
QUOTE = FieldEvidence(confidence=0.6, page=1, line=4, quote="г. Барнаул <готов> к переезду")
READ = Draft.from_reading(
    Reading(resume=RESUME, evidence={"position": BOX, "city": QUOTE, "age": BOX}),
    "f" * 64,
    "cv.pdf",
    "file-1",
)


async def open_read(desk: Desk, draft: Draft = READ, *, is_new: bool = False) -> None:
    async with desk.door.enter(1, 1, "ru") as manager:
        await open_card(manager, draft, is_new=is_new)


def places(desk: Desk) -> KeptPlaces:
    kept: KeptPlaces = desk.dispatcher["show_place"]
    return kept


async def test_the_page_is_shown_and_goes_away_again(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    question = await person.taps("Должность")
    assert "узнал его только по месту" in (question.text or "")
    place = await person.taps("Показать")
    assert place.message_id == question.message_id
    assert place.photo
    assert "Страница 2" in (place.caption or "")
    assert places(desk).asked == [("file-1", "position")]
    back = await person.taps("Назад", place)
    assert place.message_id not in desk.bot.shown
    assert "На какую должность" in (back.text or "")
    assert sum(isinstance(call, EditMessageMedia) for call in desk.bot.calls) == 1


async def test_what_is_right_is_typed_beside_the_page(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    await person.taps("Возраст")
    place = await person.taps("Показать")
    again = await person.says("много")
    assert "нужно число" in (again.caption or "")
    assert place.message_id not in desk.bot.shown
    card = await person.says("35")
    assert "<b>Возраст</b>: 35 лет" in (card.text or "")
    assert not any(message.photo for message in desk.bot.shown.values())
    assert len(places(desk).asked) == 1


async def test_without_pages_the_line_is_quoted(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    await person.taps("Город")
    place = await person.taps("Показать")
    assert "г. Барнаул &lt;готов&gt; к переезду" in (place.text or "")
    assert not places(desk).asked


@pytest.mark.parametrize(
    ("error", "words"),
    [(FileUnavailableError(), "больше нет"), (ReadingTimeoutError(15), "слишком долго")],
)
async def test_a_page_that_can_not_be_had_is_a_pop_up(
    desk: Desk, error: Exception, words: str
) -> None:
    person = desk.person()
    await open_read(desk)
    places(desk).fails_with = error
    question = await person.taps("Возраст")
    after = await person.taps("Показать")
    assert after.message_id == question.message_id
    assert any(words in (toast or "") for toast in desk.bot.toasts)
    assert "36 лет" in ((await person.says("36")).text or "")


async def test_no_place_is_offered_where_none_is_known(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    question = await person.taps("Зарплата")
    assert not any("Показать" in label for label in labels(question))


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


async def test_a_card_that_was_replaced_comes_back(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    old = desk.bot.last
    await open_read(desk, Draft(resume=Resume(position="Повар"), source="file", file_name="b.pdf"))
    await person.taps("Вернуть карточку", desk.bot.shown[old.message_id])
    back = await shown(desk, "cv.pdf")
    assert "Барнаул" in (back.text or "")
    other = next(one for one in desk.bot.shown.values() if "«b.pdf» сменило" in (one.text or ""))
    await person.taps("Вернуть карточку", other)
    assert "Повар" in ((await shown(desk, "Повар")).text or "")


async def test_history_over_a_card_says_that_it_waits(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    card = desk.bot.last
    await person.says("/history")
    waits = desk.bot.shown[card.message_id]
    assert "«cv.pdf» ждёт" in (waits.text or "")
    back = await person.taps("Закрыть")
    assert "Вот что я прочитал" in (back.text or "")
    await person.says("/history")
    await person.taps("Вернуть карточку", waits)
    assert "Оценить" in labels(await shown(desk, "cv.pdf"))[0]


async def test_cancel_says_what_it_closed_and_can_be_undone(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    card = desk.bot.last
    await person.says("/cancel")
    closed = desk.bot.shown[card.message_id]
    assert "закрыта" in (closed.text or "")
    await person.taps("Вернуть карточку", closed)
    assert "Барнаул" in ((await shown(desk, "cv.pdf")).text or "")


async def test_a_strangers_card_is_not_there(desk: Desk) -> None:
    await open_read(desk)
    card = desk.bot.last
    await desk.person().taps("Отмена")
    stranger = desk.person(user_id=2)
    await stranger.taps("Вернуть карточку", desk.bot.shown[card.message_id])
    assert "уже нет" in (desk.bot.toasts[-1] or "")


async def test_typed_words_and_links_are_told_what_to_do(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    card = desk.bot.last
    hinted = await person.says("Москва")
    assert "нажмите на кнопку" in (hinted.text or "")
    assert "Оценить" in labels(hinted)[0]
    assert card.message_id not in desk.bot.shown
    await person.says("/cancel")
    assert "Ссылки я не открываю" in ((await person.says("https://hh.ru/resume/1")).text or "")


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    skills=st.lists(st.text(min_size=1, max_size=60), max_size=80).map(tuple),
    confidence=st.sampled_from([0.5, 0.6, 1.0]),
)
def test_what_stands_below_a_page_fits_a_caption(
    language: Language, skills: tuple[str, ...], confidence: float
) -> None:
    found = FieldEvidence(confidence=confidence, page=3, box=(1, 2, 3, 4))
    reading = Reading(resume=Resume(key_skills=skills), evidence={"key_skills": found})
    draft = Draft.from_reading(reading, "f" * 64, None, "file")
    text = place_text(LOCALES[language], draft, "key_skills", problem="in_the_future")
    assert units(html.unescape(text)) <= 1024


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
