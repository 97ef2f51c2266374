"""Titles and companies inside one head line, and roles inside wishes."""

import pytest

from parsers.fields.goals import role_in_goal, wanted_role
from parsers.fields.jobs.head import read_head
from parsers.fields.money import read_salary
from parsers.fields.words import role_strength, tells_a_duty
from tests.unit.parsers.sections.documents import read_text


@pytest.mark.parametrize(
    ("line", "position", "company"),
    [
        ("Врач-терапевт – Городская поликлиника № 7", "Врач-терапевт", "Городская поликлиника № 7"),
        ("SMM-менеджер, Агентство «Рыжий кот»", "SMM-менеджер", "Агентство «Рыжий кот»"),
        ("ООО Лес-Сервис, укладчик шпал", "укладчик шпал", "ООО Лес-Сервис"),
        ("Shift Lead, Crumb & Daughters Ltd, Leeds", "Shift Lead", "Crumb & Daughters Ltd"),
        ("Heron Partners, LLC -  Tulsa, OK -", None, "Heron Partners, LLC"),
        ("Омега ИИ, Казань – Аналитик / ML-инженер", "Аналитик / ML-инженер", "Омега ИИ"),
        ('Кафе "Волна" повар горячего цеха', "повар горячего цеха", 'Кафе "Волна"'),
        ("ЧОП «Щит», охранник (склад, камеры, обходы)", "охранник", "ЧОП «Щит»"),
        ("QA Engineer (web, API) | «Сова»", "QA Engineer (web, API)", "«Сова»"),
        ("Бухгалтер | ООО «Луч» (Казань)", "Бухгалтер", "ООО «Луч»"),
        ("Поликлиника № 3 г. Пензы, участковая медсестра", "участковая медсестра",
         "Поликлиника № 3 г. Пензы"),
    ],
)  # fmt: skip
def test_a_head_line_is_taken_apart(line: str, position: str | None, company: str | None) -> None:
    head = read_head([line])
    assert (head.position, head.company) == (position, company)


@pytest.mark.parametrize(
    "line",
    [
        "Разрабатывал отчёты для склада", "Migrated monolith to AWS", "Занимался закупками",
        "Сопровождение процедуры банкротства", "Построил модель оттока", "Участвовала в аудите",
    ],
)  # fmt: skip
def test_duties_are_no_titles(line: str) -> None:
    assert tells_a_duty(line)
    assert role_strength(line) == 0


@pytest.mark.parametrize(
    "line",
    [
        "Участковый врач",
        "Certified Nurse Assistant",
        "Licensed Electrician",
        "Портальный крановщик",
    ],
)
def test_titles_that_look_like_duties(line: str) -> None:
    assert role_strength(line) == 2


def test_a_trip_is_no_commander() -> None:
    assert role_strength("Не готов к командировкам") == 0


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ищу работу поваром-универсалом, могу завтра", "повар-универсал"),
        ("Ищу работу сторожа или вахтёра", "сторож"),
        ("Рассматриваю вакансию регионального менеджера", "региональный менеджер"),
        ("Ищу стажировку аналитика данных", "аналитик данных"),
        ("Ищу работу с достойной оплатой", None),
        ("Я люблю свою работу", None),
    ],
)
def test_a_wish_names_a_role_in_another_case(text: str, role: str | None) -> None:
    assert wanted_role(text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Seeking a Business Analyst position in a team", "Business Analyst"),
        ("получить должность электромонтёра", "электромонтёр"),
        ("соискание должности «Начальник участка»", "Начальник участка"),
        ("должность специалиста по логистике", "специалист по логистике"),
    ],
)
def test_a_goal_names_a_role(text: str, role: str) -> None:
    assert role_in_goal(text) == role


def test_a_result_is_no_expectation() -> None:
    about = "Принёс кафе доход 300 000 руб. за год, оклад вырос до 50 000 руб."
    assert read_text(f"Иван Петров\nПовар\nО себе\n{about}\nНавыки\nСупы, соусы").salary is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [("от 35 тыс.руб.", 35_000), ("40 тыс. руб", 40_000), ("150 тысяч рублей", 150_000)],
)
def test_thousands_in_words(text: str, amount: int) -> None:
    salary = read_salary(text)
    assert salary is not None
    assert (salary.amount_from, salary.currency) == (amount, "RUB")
