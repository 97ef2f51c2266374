"""Forms of two columns, labels or dates beside their texts, read in any order."""

from collections.abc import Sequence

import pytest

from parsers.text.document import Line
from tests.unit.parsers.sections.test_drawn import drawn, read

LEFT, RIGHT = 57.0, 227.0
FORM = (
    ("Личные данные", None),
    ("Имя / Фамилия", "Вера Штольц"),
    ("Дата рождения", "03.10.1987"),
    ("Город", "Калининград"),
    ("Опыт работы", None),
    ("Даты", "апрель 2015 – по настоящее время"),
    ("Занимаемая должность", "Архитектор"),
    ("Основные обязанности", "Документация, авторский надзор"),
    ("Наименование работодателя", "Бюро «Янтарь»"),
    ("Даты", "август 2010 – март 2015"),
    ("Занимаемая должность", "Техник-архитектор"),
    ("Основные обязанности", "Обмеры, чертежи"),
    ("Наименование работодателя", "Институт «Балтпроект»"),
    ("Образование", None),
    ("Даты", "2004 – 2010"),
    ("Учебное заведение", "Калининградский университет"),
)


def form_lines() -> tuple[list[Line], list[Line]]:
    labels, texts = [], []
    for number, (label, text) in enumerate(FORM):
        labels.append(drawn(label, LEFT, 60 + 14 * number, is_bold=text is None))
        if text is not None:
            texts.append(drawn(text, RIGHT, 60 + 14 * number))
    return labels, texts


def by_line(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (line.top or 0, line.x0 or 0))


@pytest.mark.parametrize("is_by_column", [True, False])
def test_labels_beside_their_texts(is_by_column: bool) -> None:
    labels, texts = form_lines()
    lines = [*labels, *texts]
    resume = read(lines if is_by_column else by_line(lines))
    assert [(job.start, job.end, job.position, job.company) for job in resume.work_experience] == [
        ("2015-04", None, "Архитектор", "Бюро «Янтарь»"),
        ("2010-08", "2015-03", "Техник-архитектор", "Институт «Балтпроект»"),
    ]


def test_dates_broken_in_a_narrow_column() -> None:
    lines = [drawn("Роман Ким", 40, 40, size=19, is_bold=True), drawn("DevOps-инженер", 40, 64)]
    lines.append(drawn("Опыт работы", 40, 90, size=12, is_bold=True))
    for top, dates, head in (
        (110, ("Ноябрь 2022 — сейчас", "(4 года)"), ("DevOps-инженер", "ООО «Мост»")),
        (160, ("Март 2020 — Октябрь", "2022"), ("Инженер поддержки", "Провайдер «Линк»")),
    ):
        for step, (date, name) in enumerate(zip(dates, head, strict=True)):
            lines.append(drawn(date, 40, top + 14 * step))
            lines.append(drawn(name, 164, top + 14 * step, is_bold=not step))
        lines.append(drawn("Настроил мониторинг", 194, top + 28))
    assert [
        (job.start, job.end, job.position, job.company) for job in read(lines).work_experience
    ] == [
        ("2022-11", None, "DevOps-инженер", "ООО «Мост»"),
        ("2020-03", "2022-10", "Инженер поддержки", "Провайдер «Линк»"),
    ]
