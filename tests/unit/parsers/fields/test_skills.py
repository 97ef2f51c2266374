"""Skills in the shapes that people give their lists."""

from typing import Final

import pytest

from domain.resume import Resume
from parsers.layouts.markup import without_markup
from parsers.sections import parse_document
from parsers.text.document import Document, Line
from tests.unit.parsers.fields.headers import TODAY
from tests.unit.parsers.sections.documents import document_of, read_text

AROUND: Final = "Лунина Вера\nИнженер\nОпыт работы\n2019 - 2020 инженер, ООО «Сова»\nНавыки\n{}"

LISTS: Final = [
    ("Python, SQL, Git", ["Python", "SQL", "Git"]),
    ("Python; SQL; Git.", ["Python", "SQL", "Git"]),
    ("Python. SQL. Git.", ["Python", "SQL", "Git"]),
    ("Python | SQL | Git", ["Python", "SQL", "Git"]),
    ("Python / SQL / Git", ["Python", "SQL", "Git"]),
    ("Python      SQL      Git", ["Python", "SQL", "Git"]),
    ("1. Python\n2. SQL", ["Python", "SQL"]),
    ("- Python;\n- SQL.", ["Python", "SQL"]),
    ("✓ Python\n✓ SQL", ["Python", "SQL"]),
    ("`Python` `SQL`", ["Python", "SQL"]),
    ("- **Языки:** Python, Go\n- **Базы:** PostgreSQL", ["Python", "Go", "PostgreSQL"]),
    ("Языки: Python, Go\nБазы данных: PostgreSQL", ["Python", "Go", "PostgreSQL"]),
    ("Языки Python, Go\nДанные PostgreSQL, Kafka", ["Python", "Go", "PostgreSQL", "Kafka"]),
    (
        "Языки — Python, Go\nСборка — Jenkins, GitHub Actions",
        ["Python", "Go", "Jenkins", "GitHub Actions"],
    ),
    ("Инфраструктура\nDocker, Helm", ["Docker", "Helm"]),
    ("Технологии и инструменты: Redis, Celery", ["Redis", "Celery"]),
    ("Python — продвинутый\nSQL — базовый", ["Python", "SQL"]),
    ("Python (5 лет), SQL (2 года)", ["Python", "SQL"]),
    ("Python - 5 лет\nSQL - 2 года", ["Python", "SQL"]),
    ("Excel (Advanced), Word", ["Excel", "Word"]),
    ("Figma ★★★★☆\nSketch ★★★☆☆", ["Figma", "Sketch"]),
    ("Figma ▮▮▮▮▯\nSketch ▮▮▯▯▯", ["Figma", "Sketch"]),
    ("Figma 80%\nSketch - 60 %", ["Figma", "Sketch"]),
    ("Figma 4/5\nSketch 3/5", ["Figma", "Sketch"]),
    ("Figma: 9/10\nSketch: 8/10", ["Figma", "Sketch"]),
    ("Python: продвинутый\nGo: чтение", ["Python", "Go"]),
    ("Python (Django, Flask), SQL", ["Python", "Django", "Flask", "SQL"]),
    ("JavaScript (ES6+), SQL", ["JavaScript (ES6+)", "SQL"]),
    ("Знание 1С:Торговля и склад\nВладение Excel", ["1С:Торговля и склад", "Excel"]),
    ("Уверенный пользователь MS Office, Photoshop", ["MS Office", "Photoshop"]),
    ("Уверенный пользователь ПК", ["Уверенный пользователь ПК"]),
    ("Proficient in Python, SQL, and Tableau", ["Python", "SQL", "Tableau"]),
    ("права категорий B, C, E; карта тахографа", ["права категорий B, C, E", "карта тахографа"]),
    ("Java Core, Git, английский B2", ["Java Core", "Git", "английский B2"]),
    ("Python, Git\nАнглийский — B2", ["Python", "Git"]),
    ("Python, Git\nРусский (родной), английский B2", ["Python", "Git"]),
    ("C, C++, Assem-\nbly", ["C", "C++", "Assembly"]),
    ("SEO, email-\nмаркетинг", ["SEO", "email-маркетинг"]),
    ("C++ (STL, Qt) – учебные проекты\nPython – базовый уровень", ["C++", "STL", "Qt", "Python"]),
    ("Excel, Word\nПроекты: игра «Змейка»", ["Excel", "Word"]),
    ("Windows Server 2019, REST API", ["Windows Server 2019", "REST API"]),
]


def read_skills(text: str) -> list[str]:
    return list(read_text(AROUND.format(text), TODAY).key_skills)


@pytest.mark.parametrize(("text", "skills"), LISTS)
def test_lists(text: str, skills: list[str]) -> None:
    assert read_skills(text) == skills


def test_collapsed_tags_of_hh_keep_their_versions() -> None:
    text = "\n".join(
        [
            "Мужчина, 24 года, родился 19 февраля 1999",
            "Проживает: Тверь",
            "Желаемая должность и зарплата",
            "Инженер",
            "Занятость: полная занятость",
            "Навыки",
            "Windows Server 2019 REST API Управление проектами SQL",
        ]
    )
    assert read_text(text, TODAY).key_skills == (
        "Windows Server 2019",
        "REST API",
        "Управление проектами",
        "SQL",
    )


@pytest.mark.parametrize("label", ["Владение ПК", "Навыки работы с ПК", "Computer skills"])
def test_a_form_without_a_section(label: str) -> None:
    text = f"АНКЕТА\nФИО\tЛунина Вера\nВозраст\t30\nДолжность\tГеолог\n{label}\tPetrel, Surfer"
    assert read_text(text, TODAY).key_skills == ("Petrel", "Surfer")


def styled(*lines: tuple[str, str | None, float, bool]) -> Resume:
    document = Document(
        lines=tuple(
            Line(text=text, number=number, style=style, font_size=size, is_bold=is_bold)
            for number, (text, style, size, is_bold) in enumerate(lines, 1)
        ),
        media_type="text/html",
    )
    return parse_document(document, TODAY).resume


HEAD: Final = (
    ("Лунина Вера", None, 20.0, True),
    ("Инженер", None, 11.0, False),
    ("Опыт работы", None, 14.0, True),
    ("2019 - 2020 инженер, ООО «Сова»", None, 11.0, False),
    ("Навыки", None, 14.0, True),
)


def test_an_unknown_heading_ends_the_skills() -> None:
    resume = styled(
        *HEAD,
        ("Excel", None, 11.0, False),
        ("Служение в приюте", None, 14.0, True),
        ("кормлю котов", None, 11.0, False),
    )
    assert resume.key_skills == ("Excel",)


def test_bold_lines_over_lists_are_names_of_groups() -> None:
    resume = styled(
        *HEAD,
        ("ПРОГРАММЫ", None, 11.0, True),
        ("Excel, Word", None, 11.0, False),
        ("СТАНКИ", None, 11.0, True),
        ("Токарный, фрезерный", None, 11.0, False),
    )
    assert resume.key_skills == ("Excel", "Word", "Токарный", "фрезерный")


def test_lower_headings_inside_the_skills_are_names_of_groups() -> None:
    resume = styled(
        ("Vera Lunin", "Heading 1", 20.0, True),
        ("Designer", "Normal", 11.0, False),
        ("Work", "Heading 2", 12.0, True),
        ("Designer, Owl Inc, 2019 - 2020", "Normal", 11.0, False),
        ("Skills", "Heading 2", 12.0, True),
        ("Research", "Heading 3", 12.0, True),
        ("User interviews", "List Bullet", 12.0, False),
        ("Code", "Heading 3", 12.0, True),
        ("HTML", "List Bullet", 12.0, False),
    )
    assert resume.key_skills == ("User interviews", "HTML")


def test_a_table_of_groups_gives_what_stands_beside_their_names() -> None:
    cells = [("Automation", "Selenium, TestNG"), ("Defects", "JIRA"), ("Systems", "Linux, Unix")]
    lines = [*(Line(text=text, number=1) for text in AROUND.format("").splitlines())]
    for row, pair in enumerate(cells):
        lines += [Line(text=text, cell=(0, row, column)) for column, text in enumerate(pair)]
    document = Document(lines=tuple(lines), media_type="text/plain")
    skills = parse_document(document, TODAY).resume.key_skills
    assert skills == ("Selenium", "TestNG", "JIRA", "Linux", "Unix")


def test_a_form_drawn_in_two_columns() -> None:
    pairs = [
        ("Mother tongue(s)", "Estonian"),
        ("Technical skills", "ArcGIS, QGIS"),
        ("Driving licence", "B"),
    ]
    lines = [*(Line(text=text, number=1) for text in AROUND.format("").splitlines())]
    for row, pair in enumerate(pairs):
        for column, text in enumerate(pair):
            x0 = 60.0 + 140 * column
            lines.append(Line(text=text, x0=x0, x1=x0 + 100, top=20.0 * row, bottom=20.0 * row + 9))
    skills = parse_document(Document(tuple(lines), "application/pdf"), TODAY).resume.key_skills
    assert skills == ("ArcGIS", "QGIS")


def test_a_stack_told_once_outside_its_section() -> None:
    text = (
        "Лунина Вера\nДизайнер\nОпыт\nWheely, дизайнер, 2022 – настоящее время\n"
        "Инструменты: Figma, Miro"
    )
    assert read_text(text, TODAY).key_skills == ("Figma", "Miro")


def test_tools_listed_under_the_name() -> None:
    text = (
        "Лунина Вера\nAndroid-разработчик\nKotlin, Coroutines, Jetpack Compose, Room\n"
        "Опыт работы\n2020 – 2024 Kaspi, Android-разработчик"
    )
    assert read_text(text, TODAY).key_skills == ("Kotlin", "Coroutines", "Jetpack Compose", "Room")


def test_skills_know_their_line() -> None:
    lines = AROUND.format("Python, SQL").splitlines()
    evidence = parse_document(document_of(lines), TODAY).evidence["key_skills"]
    assert evidence.line == len(lines)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("- **CI/CD:** GitLab CI", "- CI/CD: GitLab CI"),
        ("[Telegram](https://t.me/example) · Пермь", "Telegram · Пермь"),
        ("---|---|---", ""),
        ("> **Период:** январь 2022 \\", "Период: январь 2022"),
        ("![Vue](https://img.example/v) ![Nuxt](https://img.example/n)", "Vue; Nuxt"),
        ("snake_case and __init__ and 2 ** 3", "snake_case and __init__ and 2 ** 3"),
    ],
)
def test_markdown_is_shown_as_on_a_page(line: str, shown: str) -> None:
    assert without_markup(line) == shown
