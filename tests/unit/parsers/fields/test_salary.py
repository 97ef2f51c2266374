"""Salaries: asked for in people's own words, with other facts behind the sum."""

from typing import Final

import pytest

from tests.unit.parsers.fields.headers import ENGLISH, RUSSIAN, TODAY, read_header
from tests.unit.parsers.sections.documents import read_text

ASKED: Final = [
    ("Сколько хочу зарабатывать: от 90 000 рублей", 90_000, None, "RUB", "от 90 000 рублей"),
    ("Хочу получать - 85 тысяч рублей", 85_000, None, "RUB", "85 тысяч рублей"),
    ("Желаемый заработок: 120 т.р.", 120_000, None, "RUB", "120 т.р."),
    ("Зарплата: 80 000 руб. • Готовность: сразу", 80_000, None, "RUB", "80 000 руб."),
    ("ЗП: от 85 000 на руки", 85_000, None, None, "от 85 000 на руки"),
    ("Зарплата от 80 тыс", 80_000, None, "RUB", "от 80 тыс"),
    ("Ожидания: 150-180 тысяч", 150_000, 180_000, "RUB", "150-180 тысяч"),
    ("Пишу сам, хочу от 90к", 90_000, None, "RUB", "от 90к"),
    ("Хотел бы получать 75000", 75_000, None, None, "75000"),
    ("График 5/2. Желаемая зарплата 70 000 рублей", 70_000, None, "RUB", "70 000 рублей"),
    ("looking for 75k EUR", 75_000, None, "EUR", "75k EUR"),
    ("Salary expectation: CAD 61,000 • Notice: 2 weeks", 61_000, None, None, "CAD 61,000"),
    ("Salary: SEK 45 000 - 50 000; Start: May", 45_000, 50_000, None, "SEK 45 000 - 50 000"),
]


@pytest.mark.parametrize(("line", "lowest", "highest", "currency", "text"), ASKED)
def test_the_sum_that_is_asked_for(
    line: str, lowest: int, highest: int | None, currency: str | None, text: str
) -> None:
    salary = read_header(line, ENGLISH if line.isascii() else RUSSIAN).salary
    assert salary is not None
    assert (salary.amount_from, salary.amount_to) == (lowest, highest)
    assert (salary.currency, salary.text) == (currency, text)


def test_thousands_of_something_else_are_no_salary() -> None:
    assert read_header("I expect 50k visitors a month", ENGLISH).salary is None
    assert read_header("Хочу 2 выходных и сайт на 500 посетителей", RUSSIAN).salary is None


def test_a_sum_among_facts_below_the_jobs() -> None:
    resume = read_text(
        "Электромонтажник\nОпыт:\n2015-2019 — ЭнергоСервис, электромонтажник\n"
        "г. Саратов, 35 лет\nМонтаж щитов\n80-100 т.р."
    )
    assert (resume.city, resume.age) == ("Саратов", 35)
    assert resume.salary is not None
    assert (resume.salary.amount_from, resume.salary.amount_to) == (80_000, 100_000)


def test_a_currency_below_the_areas_of_a_position() -> None:
    text = (
        "Лунина Вера\nЖенщина, 33 года, родилась 1 июня 1987\nПроживает: Пермь\n"
        "Гражданство: Россия, есть разрешение на работу: Россия\n"
        "Желаемая должность и зарплата\nРиск-аналитик\n90 000\nБанки, инвестиции, лизинг\n"
        "• Аналитик\n• Риски\nруб.\nЗанятость: полная занятость\nГрафик работы: полный день"
    )
    resume = read_text(text, TODAY)
    assert resume.layout == "hh"
    assert resume.salary is not None
    assert (resume.salary.amount_from, resume.salary.currency) == (90_000, "RUB")


def test_a_currency_that_its_font_put_on_a_line_of_its_own() -> None:
    text = (
        "Лунин Олег\nМужчина, 38 лет, родился 14 сентября 1986\nПермь, готов к переезду\n"
        "Контакты\noleg@example.ru\nЭлектрик\n60 000   на руки\n₽\nСпециализации:\nЭлектрик\n"
        "Занятость: полная занятость\nГрафик работы: вахтовый метод\nОпыт работы — 1 год\n"
        "Депо Сова\nПермь\nНоябрь 2023 — Октябрь 2024\n1 год\nЭлектрик"
    )
    resume = read_text(text, TODAY)
    assert (resume.layout, resume.position) == ("hh", "Электрик")
    assert resume.salary is not None
    assert (resume.salary.currency, resume.salary.text) == ("RUB", "60 000 ₽ на руки")


def test_the_post_over_the_areas_of_an_old_hh_file() -> None:
    text = (
        "Лунина Вера\n29 лет (20 июля 1984) · Женский пол · Пермь, готова к переезду\n"
        "+7 (905) 1234567 — предпочитаемый способ связи\nГлавный геолог\nДобывающая отрасль\n"
        "— Геолог\n45 000 руб.\nПолная занятость, Полный день\nОпыт работы 7 лет 5 месяцев\n"
        "Август 2011 — настоящее время (2 года 3 месяца)\nСова (Пермь) — добыча\nГеолог\n"
        "Знание языков\nРусский — родной"
    )
    resume = read_text(text, TODAY)
    assert (resume.layout, resume.position) == ("hh", "Главный геолог")
