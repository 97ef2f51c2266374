"""Tables of jobs: typed, drawn, with one or two columns of dates, under no known heading."""

from collections.abc import Sequence

import pytest

from domain.resume import Resume
from parsers.sections import parse_document
from parsers.text.document import Document, Line
from tests.unit.parsers.sections.documents import TODAY, document_of
from tests.unit.parsers.sections.test_drawn import drawn, read

PERSON = ["Щукин Пётр", "Водитель", "г. Рязань, petr@mail.example"]


def in_cells(table: Sequence[Sequence[str]], number: int = 0) -> list[Line]:
    return [
        Line(text=text, cell=(number, line, column))
        for line, cells in enumerate(table)
        for column, text in enumerate(cells)
    ]


def read_lines(lines: Sequence[Line]) -> Resume:
    return parse_document(Document(lines=tuple(lines), media_type="test"), TODAY).resume


def jobs_of(resume: Resume) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(job.start, job.end, job.position, job.company) for job in resume.work_experience]


def test_hiring_and_leaving_in_two_columns_under_an_unknown_heading() -> None:
    lines = [Line(text=text) for text in (*PERSON, "10. Сведения (начиная с первого места)")]
    lines += in_cells(
        [
            ["Дата приёма", "Дата увольнения", "Организация, город", "Должность", "Причина ухода"],
            ["05.2000", "10.2003", "АТП-1, Касимов", "Водитель автобуса", "сокращение"],
            ["11.2003", "по н.в.", "ООО «Окский молочник», Рязань", "Водитель кат. С", ""],
        ]
    )
    assert jobs_of(read_lines(lines)) == [
        ("2003-11", None, "Водитель кат. С", "ООО «Окский молочник»"),
        ("2000-05", "2003-10", "Водитель автобуса", "АТП-1"),
    ]


@pytest.mark.parametrize("shift", [0, 1], ids=["cell over one", "cell over two"])
def test_month_and_year_over_two_columns(shift: int) -> None:
    """A civil servant's form; formats differ in how they count the cell over two columns."""
    lines = [Line(text=text) for text in (*PERSON, "11. Выполняемая работа (включая учёбу)")]
    header = [
        (0, 0, "Месяц и год"),
        (0, 1 + shift, "Должность с указанием организации"),
        (0, 2 + shift, "Адрес организации"),
        (1, 0, "поступления"),
        (1, 1, "ухода"),
    ]
    lines += [Line(text=text, cell=(0, line, column)) for line, column, text in header]
    body = [
        ("08.2001", "02.2006", "бухгалтер, МУП «Горводоканал»", "г. Киров, ул. Дачная, 3"),
        ("03.2006", "по н/вр", "ведущий бухгалтер, Управление финансов", "г. Киров"),
    ]
    lines += [
        Line(text=text, cell=(0, line, column))
        for line, cells in enumerate(body, start=2)
        for column, text in enumerate(cells)
    ]
    assert jobs_of(read_lines(lines)) == [
        ("2006-03", None, "ведущий бухгалтер", "Управление финансов"),
        ("2001-08", "2006-02", "бухгалтер", "МУП «Горводоканал»"),
    ]


def test_a_career_under_a_heading_of_ones_own() -> None:
    """An old site: one table for everything, its headings are bold cells."""
    lines = [Line(text=text) for text in PERSON]
    rows = [
        ("Немного о себе", None),
        ("Город", "Вологда"),
        ("Работала и работаю", None),
        ("1998 - 2005", "Детский сад № 15, воспитатель"),
        ("с 2005 г.", "Библиотека им. Рубцова, методист"),
    ]
    for number, (left, right) in enumerate(rows):
        lines.append(Line(text=left, cell=(0, number, 0), is_bold=right is None))
        if right is not None:
            lines.append(Line(text=right, cell=(0, number, 1)))
    assert jobs_of(read_lines(lines)) == [
        ("2005", None, "методист", "Библиотека им. Рубцова"),
        ("1998", "2005", "воспитатель", "Детский сад № 15"),
    ]


@pytest.mark.parametrize("border", ["\t", " | ", "     "])
def test_a_typed_table(border: str) -> None:
    rows = [
        ["Когда", "Где", "Кем"],
        ["май 2023 — н.в.", "Ресторан «Маяк»", "Су-шеф"],
        ["2019 — 2023", "Столовая № 12", "Повар"],
    ]
    text = [*PERSON, "Опыт работы", *(border.join(row) for row in rows)]
    resume = parse_document(document_of(text), TODAY).resume
    assert jobs_of(resume) == [
        ("2023-05", None, "Су-шеф", "Ресторан «Маяк»"),
        ("2019", "2023", "Повар", "Столовая № 12"),
    ]


def test_studies_in_a_table_are_no_jobs() -> None:
    lines = [Line(text=text) for text in (*PERSON, "Образование")]
    lines += in_cells(
        [
            ["Годы учёбы", "Учебное заведение", "Специальность"],
            ["1994-1997", "ПТУ № 15", "Автослесарь"],
        ]
    )
    assert jobs_of(read_lines(lines)) == []


def test_drawn_cells_whose_texts_touch() -> None:
    """The gap between two columns may be no wider than a space."""
    lines = [drawn("Щукина Ася", 40, 40, size=20, is_bold=True), drawn("Повар, Сочи", 40, 64)]
    lines.append(drawn("Опыт работы", 40, 90, size=12, is_bold=True))
    lines += [drawn(text, x0, 110) for x0, text in ((40, "Когда"), (190, "Где"), (330, "Кем"))]
    lines += [drawn(text, x0, 124) for x0, text in ((40, "май 2023 — н.в."), (330, "Су-шеф"))]
    lines.append(drawn("Кафе «Маяк»", 190, 124))
    lines.append(drawn("август 2020 — апрель 2023     Отель «Пихта»", 40, 138))
    lines.append(drawn("Повар", 330, 138))
    lines.append(drawn("Столовая № 12", 190, 152))
    lines += [drawn("2018 — 2020", 40, 152), drawn("Стажёр", 330, 152)]
    assert jobs_of(read(lines)) == [
        ("2023-05", None, "Су-шеф", "Кафе «Маяк»"),
        ("2020-08", "2023-04", "Повар", "Отель «Пихта»"),
        ("2018", "2020", "Стажёр", "Столовая № 12"),
    ]
