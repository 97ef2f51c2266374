"""Skills in tables beside levels and years, in tags without commas, and among other lines."""

from collections.abc import Sequence
from typing import Final

import pytest

from domain.resume import Resume
from parsers.sections import parse_document
from parsers.text.document import Document, Line
from tests.unit.parsers.fields.headers import TODAY
from tests.unit.parsers.sections.documents import read_text
from tests.unit.parsers.text.pages import Drawing, read_drawing

AROUND: Final = "Лунина Вера\nГеолог\nОпыт работы\n2019 - 2020 инженер, ООО «Сова»\n{}\n{}"
LISTS: Final = [
    ("Навыки", "Программа | Уровень\nAutoCAD | базово\nКомпас | уверенно", ["AutoCAD", "Компас"]),
    ("Skills", "Skill | Years | Last used\nGo | 5 | 2024\nRust | 2 | 2023", ["Go", "Rust"]),
    ("Навыки", "Excel | 90%\nPowerPoint | 70%", ["Excel", "PowerPoint"]),
    ("Навыки", "Python | Go\nSQL | Kafka", ["Python", "Go", "SQL", "Kafka"]),
    ("🛠 Умею:", "пайка, сборка\n\n🎧 Слушаю джаз, рок и подкасты", ["пайка", "сборка"]),
    ("🛠 Умею: пайка, сборка", "\n🎧 Слушаю джаз, рок и подкасты", ["пайка", "сборка"]),
    ("🛠 Технологии", "🔹 Python\n\n🔹 SQL", ["Python", "SQL"]),
    ("Навыки", "Библиотеки Pandas, NumPy\nGit", ["Pandas", "NumPy", "Git"]),
    ("Навыки", "Инструменты тестирования, Jira", ["Инструменты тестирования", "Jira"]),
    ("Навыки", "Excel, 1С\nСтраница обновлена 12.05.2024. Посещений: 512", ["Excel", "1С"]),
    ("Skills", "Excel, SAP\nPage last modified: 12 May 2024 | Visits: 77", ["Excel", "SAP"]),
    ("My toolbox", "Blender\nMaya", ["Blender", "Maya"]),
    ("Things I'm good at", "Blender\nMaya", ["Blender", "Maya"]),
    ("JOB-RELATED SKILLS", "ArcGIS; GPS", ["ArcGIS", "GPS"]),
]


@pytest.mark.parametrize(("heading", "text", "skills"), LISTS)
def test_only_skills_are_read(heading: str, text: str, skills: list[str]) -> None:
    assert list(read_text(AROUND.format(heading, text), TODAY).key_skills) == skills


def read_cells(*rows: Sequence[str]) -> Resume:
    lines = [Line(text=text) for text in AROUND.format("Навыки", "").splitlines()]
    for number, row in enumerate(rows):
        lines += [Line(text=text, cell=(0, number, column)) for column, text in enumerate(row)]
    return parse_document(Document(tuple(lines), "text/plain"), TODAY).resume


def test_a_column_of_levels_is_no_skill() -> None:
    table = (("Навык", "Уровень"), ("Сварка", "отлично"), ("Чтение чертежей", "хорошо"))
    assert read_cells(*table).key_skills == ("Сварка", "Чтение чертежей")
    assert read_cells(*table[1:]).key_skills == ("Сварка", "Чтение чертежей")


def test_a_table_of_skills_alone_is_read_whole() -> None:
    assert set(read_cells(("Сварка", "Резка"), ("Гибка", "Пайка")).key_skills) == {
        *("Сварка", "Резка", "Гибка", "Пайка")
    }


def draw_words(page: Drawing, y: float, gap: float, words: Sequence[str]) -> None:
    """`gap` in points, between words of 10 points."""
    x = 50.0
    for word in words:
        x = page.text(x, y, word) + gap


def read_tags(gap: float, *rows: Sequence[str]) -> tuple[str, ...]:
    def draw(page: Drawing) -> None:
        for number, text in enumerate(("Vera Lunin", "Geologist", "v@owl.example", "Skills")):
            page.text(50, 50 + 20 * number, text)
        for number, words in enumerate(rows):
            draw_words(page, 140 + 20 * number, gap, words)
        for number, text in enumerate(("Education", "2015 Ohio University, Athens")):
            page.text(50, 240 + 20 * number, text)

    return parse_document(read_drawing(draw), TODAY).resume.key_skills


def test_tags_stand_further_apart_than_words() -> None:
    rows = (["Petrel", "Surfer", "GIS"], ["Field work", "Core logging"])
    assert read_tags(9.0, *rows[1:]) == ("Field work", "Core logging")
    assert read_tags(11.0, *rows) == ("Petrel", "Surfer", "GIS", "Field work", "Core logging")


def test_words_of_justified_text_are_no_tags() -> None:
    assert read_tags(9.0, ["reading", "of", "seismic", "sections"]) == (
        "reading of seismic sections",
    )
