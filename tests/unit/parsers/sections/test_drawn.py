"""What only the places on a page tell: lost bullets, floated dates, columns, drawn tables."""

from collections.abc import Iterator, Sequence
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.resume import Resume
from parsers.sections import parse_document
from parsers.text.document import Document, Line, Word
from tests.unit.parsers.sections.documents import TODAY

LEFT, RIGHT, INDENT, FLOATED = 40.0, 230.0, 66.0, 460.0


def drawn(text: str, x0: float, top: float, *, size: float = 9.0, is_bold: bool = False) -> Line:
    x1 = x0 + 5 * len(text)
    word = Word(text, x0, x1)
    return Line(
        text=text, x0=x0, top=top, x1=x1, bottom=top + size, font_size=size,
        is_bold=is_bold, words=(word,),
    )  # fmt: skip


def read(lines: Sequence[Line]) -> Resume:
    numbered = tuple(lines)
    document = Document(lines=numbered, media_type="application/pdf", page_size=(595.0, 842.0))
    return parse_document(document, TODAY).resume


def rows_down(top: float, step: float = 14.0) -> Iterator[float]:
    return count(top, step)


def one_column(*, late_dates: bool) -> list[Line]:
    """Heads at the edge, their lists a little to the right, dates floated to the right."""
    y = rows_down(40)
    lines = [
        drawn("Ершова Инна", LEFT, next(y), size=20, is_bold=True),
        drawn("Frontend-разработчик, 26 лет", LEFT, next(y)),
        drawn("Пермь • inna@mail.example", LEFT, next(y)),
        drawn("Опыт", LEFT, next(y), size=12, is_bold=True),
    ]
    dates: list[Line] = []
    for head, period, items in (
        ("Frontend-разработчик @ ООО «Ясный день»", "03.2022 - Present", ["Вёрстка кабинета"]),
        ("Junior Frontend @ Quokka Labs", "05.2019 - 02.2022", ["Витрина (2020 – 2021)", "Тесты"]),
    ):
        top = next(y)
        lines.append(drawn(head, LEFT, top, is_bold=True))
        (dates if late_dates else lines).append(drawn(period, FLOATED, top, is_bold=True))
        lines += [drawn(item, INDENT, next(y)) for item in items]
    lines += [drawn("Навыки", LEFT, next(y), size=12, is_bold=True)]
    lines += [drawn("React, TypeScript, SCSS", LEFT, next(y))]
    return lines + dates


@pytest.mark.parametrize("late_dates", [False, True])
def test_lists_without_marks_and_floated_dates(late_dates: bool) -> None:
    resume = read(one_column(late_dates=late_dates))
    assert (resume.position, resume.age, resume.city) == ("Frontend-разработчик", 26, "Пермь")
    assert resume.key_skills == ("React", "TypeScript", "SCSS")
    assert [(job.start, job.end, job.position, job.company) for job in resume.work_experience] == [
        ("2022-03", None, "Frontend-разработчик", "ООО «Ясный день»"),
        ("2019-05", "2022-02", "Junior Frontend", "Quokka Labs"),
    ]


def two_columns() -> tuple[list[Line], list[Line]]:
    y = rows_down(44, 17)
    left = [
        drawn("ИННА ЕРШОВА", LEFT, next(y), size=20, is_bold=True),
        drawn("SMM-менеджер", LEFT, next(y), size=11),
        drawn("26 лет", LEFT, next(y)),
        drawn("Пермь", LEFT, next(y)),
        drawn("НАВЫКИ", LEFT, next(y), is_bold=True),
        drawn("Таргет", LEFT, next(y)),
        drawn("Canva", LEFT, next(y)),
    ]
    y = rows_down(51, 15)
    right = [
        drawn("ОПЫТ РАБОТЫ", RIGHT, next(y), is_bold=True),
        drawn("SMM-менеджер, ООО «Цветной Лис»", RIGHT, next(y), is_bold=True),
        drawn("06.2023 - н.в.", RIGHT, next(y)),
        drawn("– Вела соцсети", RIGHT, next(y)),
        drawn("ОБРАЗОВАНИЕ", RIGHT, next(y), is_bold=True),
        drawn("ПГУ, реклама", RIGHT, next(y)),
        drawn("2018 – 2022", RIGHT, next(y)),
    ]
    return left, right


@given(first=st.integers(0, 7), is_left_first=st.booleans())
def test_a_sidebar_in_pieces(first: int, is_left_first: bool) -> None:
    left, right = two_columns()
    pieces = [*left[:first], *right, *left[first:]] if is_left_first else [*right, *left]
    resume = read(pieces)
    assert (resume.position, resume.age, resume.city) == ("SMM-менеджер", 26, "Пермь")
    assert resume.key_skills == ("Таргет", "Canva")
    (job,) = resume.work_experience
    assert (job.start, job.position, job.company) == (
        "2023-06",
        "SMM-менеджер",
        "ООО «Цветной Лис»",
    )


def test_a_sidebars_last_section_ends_with_its_column() -> None:
    y = rows_down(60)
    lines = [drawn("НАВЫКИ", LEFT, next(y), is_bold=True)]
    lines += [drawn(text, LEFT, next(y)) for text in ("Переговоры", "amoCRM")]
    lines += [drawn("Желаемый доход", LEFT, next(y), is_bold=True)]
    lines += [drawn("90 000 – 120 000 руб.", LEFT, next(y))]
    y = rows_down(40)
    lines += [
        drawn("Ершова Инна", RIGHT, next(y), size=20, is_bold=True),
        drawn("Менеджер по продажам", RIGHT, next(y), size=12),
        drawn("ОПЫТ РАБОТЫ", RIGHT, next(y), is_bold=True),
        drawn("ООО «Дубовый стол» / Руководитель отдела", RIGHT, next(y), is_bold=True),
        drawn("продаж", RIGHT, next(y), is_bold=True),
        drawn("05.2023 – 09.2026", RIGHT, next(y)),
        drawn("Холодные звонки", RIGHT + 26, next(y)),
        drawn("ИП Заря / Торговый представитель", RIGHT, next(y), is_bold=True),
        drawn("03.2019 – 01.2022", RIGHT, next(y)),
        drawn("Выставка (2019 – 2020)", RIGHT + 26, next(y)),
    ]
    resume = read(lines)
    assert resume.position == "Менеджер по продажам"
    assert resume.key_skills == ("Переговоры", "amoCRM")
    assert resume.salary is not None
    assert (resume.salary.amount_from, resume.salary.amount_to) == (90_000, 120_000)
    assert [(job.start, job.position, job.company) for job in resume.work_experience] == [
        ("2023-05", "Руководитель отдела продаж", "ООО «Дубовый стол»"),
        ("2019-03", "Торговый представитель", "ИП Заря"),
    ]


def test_a_drawn_table_with_wrapped_cells() -> None:
    columns = (42.0, 130.0, 270.0, 400.0)
    lines = [
        drawn("Ершова Инна", LEFT, 40, size=20, is_bold=True),
        drawn("Возраст: 41 год", LEFT, 64),
        drawn("Трудовая деятельность", LEFT, 90, size=12, is_bold=True),
    ]
    header = zip(columns, ("Период", "Организация", "Должность", "Обязанности"), strict=True)
    lines += [drawn(text, x0 + 10, 110, is_bold=True) for x0, text in header]
    top = 130.0
    for cells in (
        (["Октябрь", "2016 г –", "Февраль", "2020 г."], ["ООО", "«Ветряк»"], ["Кассир"], ["Учёт"]),
        (["Март 2020 г", "– по н.в."], ["АО «Луг-", "Сервис»"], ["Старший", "кассир"], ["Смены"]),
    ):
        for x0, texts in zip(columns, cells, strict=True):
            lines += [drawn(text, x0, top + 13 * step) for step, text in enumerate(texts)]
        top += 60
    resume = read(lines)
    assert [(job.start, job.end, job.position, job.company) for job in resume.work_experience] == [
        ("2020-03", None, "Старший кассир", "АО «Луг-Сервис»"),
        ("2016-10", "2020-02", "Кассир", "ООО «Ветряк»"),
    ]


def test_a_skill_that_wraps_is_one() -> None:
    long = "Figma | Miro | Tableau | CatBoost | Математическая статистика | Machine"
    lines = [
        drawn("Ершова Инна", LEFT, 40, size=20, is_bold=True),
        drawn("Аналитик данных", LEFT, 64),
        drawn("О себе", LEFT, 80, size=12, is_bold=True),
        drawn("a" * len(long) + " и ещё", LEFT, 100),
        drawn("Навыки", LEFT, 120, size=12, is_bold=True),
        drawn(long, LEFT, 140),
        drawn("Learning", LEFT, 152),
    ]
    assert read(lines).key_skills[-1] == "Machine Learning"


def test_heads_that_a_narrow_column_broke() -> None:
    lines = [drawn("Matthias Vogelsang", LEFT, 40, size=20), drawn("Design Engineer", LEFT, 64)]
    lines.append(drawn("Work experience", LEFT, 90, size=12, is_bold=True))
    for top, dates, head, town in (
        (110, "04/2019 – present", "Design Engineer, Schwarz &", "Wald Getriebe KG, Freiburg"),
        (160, "10/2015 – 03/2019", "Junior Engineer, Neckar", "Antriebe Maschinenbau GmbH"),
    ):
        lines += [drawn(dates, LEFT, top), drawn(head, RIGHT, top), drawn(town, RIGHT, top + 14)]
        lines.append(drawn("- Gearboxes for tools", RIGHT, top + 28))
    assert [(job.position, job.company) for job in read(lines).work_experience] == [
        ("Design Engineer", "Schwarz & Wald Getriebe KG"),
        ("Junior Engineer", "Neckar Antriebe Maschinenbau GmbH"),
    ]
