"""Age, city and position: what is said of the person, and not of anything else."""

from datetime import date

import pytest

from domain.resume import Resume
from parsers.sections import parse_document
from tests.unit.parsers.sections.documents import document_of, read_text

TODAY = date(2026, 3, 1)
REST = "Опыт работы\n2019 - 2020 инженер, ООО «Сова», Самара\nЧинил.\nНавыки\nExcel, Word"


def read(*header: str) -> Resume:
    return read_text("\n".join(["Лунина Вера", *header, REST]), TODAY)


@pytest.mark.parametrize(
    ("lines", "age"),
    [
        (["Дата рождения: 10.03.2000"], 25),
        (["14.02. 2004"], 22),
        (["21 января 2005 г."], 21),
        (["17.07.1991 (29 полных лет)"], 29),
        (["Дата рождения 28.02.1974, 48 лет"], 48),
        (["Возраст: 21 год"], 21),
        (["возраст 22 года"], 22),
        (["21 лет, 10.06.2002г"], 21),
        (["Дата рождения", "10.03.2000"], 25),
        (["Возраст", "33"], 33),
        (["Date of birth: 5 August 1997"], 28),
        (["Резюме обновлено 1 апреля 2024 в 10:00", "Дата рождения: 01.04.2000"], 24),
        (["опыт 25 лет"], None),
        (["Дата: 10.03.2025"], None),
        ([], None),
    ],
)
def test_age(lines: list[str], age: int | None) -> None:
    assert read(*lines).age == age


@pytest.mark.parametrize(
    ("lines", "city"),
    [
        (["г. Москва"], "Москва"),
        (["Россия. Санкт-Петербург."], "Санкт-Петербург"),
        (["Москва, Россия"], "Москва"),
        (["+7 900 000-00-00 | Казань | a@b.example"], "Казань"),
        (["Проживание: г. Тверь"], "Тверь"),
        (["Место проживания: Орёл"], "Орёл"),
        (["Адрес: Московская область, г. Химки, ул. Ленина, 1"], "Химки"),
        (["Город:", "Уфа"], "Уфа"),
        (["Живу в Новосибирске"], "Новосибирск"),
        (["Moscow, Russia"], "Moscow"),
        (["Austin, TX 78701 | a@b.example"], "Austin"),
        (["Location: Berlin, Germany"], "Berlin"),
        (["Готова к переезду: Москва, Казань"], None),
        (["Гражданство: Россия"], None),
        (["Место рождения: г. Одесса"], None),
        (["Пермский институт, Пермь"], None),
        ([], None),
    ],
)
def test_city(lines: list[str], city: str | None) -> None:
    assert read(*lines).city == city


@pytest.mark.parametrize(
    ("lines", "position"),
    [
        (["Бизнес-аналитик"], "Бизнес-аналитик"),
        (["Желаемая должность - Системный администратор"], "Системный администратор"),
        (["Должность: инженер КИП"], "инженер КИП"),
        (["Цель: получение должности «Инженер-программист»"], "Инженер-программист"),
        (["Желаемая должность: повар 80 000 руб."], "повар"),
        (["a@b.example", "Студентка 3 курса"], None),
        ([], None),
    ],
)
def test_position(lines: list[str], position: str | None) -> None:
    assert read(*lines).position == position


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("Языки программирования: Python, C++", ("Python", "C++")),
        ("Python (Django, Flask), SQL", ("Python", "Django", "Flask", "SQL")),
        ("Java (3 years), SQL (Less than 1 year)", ("Java", "SQL")),
        ("• Excel\n• С++\n• 1С: Бухгалтерия", ("Excel", "C++", "1С: Бухгалтерия")),
        ("Excel; Word; Excel", ("Excel", "Word")),
        ("Английский — B2\nExcel, Word", ("Excel", "Word")),
    ],
)
def test_skills(line: str, skills: tuple[str, ...]) -> None:
    assert read_text(f"Лунина Вера\nБухгалтер\nНавыки\n{line}", TODAY).key_skills == skills


def test_evidence_says_where_and_how_sure() -> None:
    lines = ["Лунина Вера", "Возраст: 21 год", "Бухгалтер", *REST.splitlines()]
    reading = parse_document(document_of(lines), TODAY)
    assert reading.evidence["age"].line == 2
    assert not reading.evidence["age"].is_doubtful
    assert "city" not in reading.evidence
