"""Free-form resumes: sections in any order, under any usual heading, dates in any usual shape."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import NotAResumeError
from tests.unit.parsers.sections.documents import read_text

EXPERIENCE = (
    "Опыт", "Опыт работы", "ОПЫТ РАБОТЫ", "Трудовая деятельность", "Трудовой опыт:",
    "Профессиональный опыт", "Работа", "О П Ы Т  Р А Б О Т Ы", "Work experience",
)  # fmt: skip
SKILLS = (
    "Навыки", "Навыки и умения", "Технические навыки", "Профессиональные навыки:",
    "Ключевые компетенции", "Языки и технологии", "Hard Skills", "Н А В Ы К И",
)  # fmt: skip
EDUCATION = ("Образование", "ОБРАЗОВАНИЕ", "Образование и курсы")
RANGES = {
    "сентябрь 2019 – август  2020": ("2019-09", "2020-08"),
    "(сентябрь 2019 – август 2020)": ("2019-09", "2020-08"),
    "Сент. 2019 – Август 2020": ("2019-09", "2020-08"),
    "09/2019 - 08/2020": ("2019-09", "2020-08"),
    "09.2019 – 08.2020": ("2019-09", "2020-08"),
    "01.09.2019 – 30.08.2020": ("2019-09", "2020-08"),
    "2019 - 2020 г.": ("2019", "2020"),
    "Сентябрь 2019 г – Август 2020 г.": ("2019-09", "2020-08"),
    "Август 2020 - Сентябрь 2019": ("2019-09", "2020-08"),
    "2019–н.в.": ("2019", None),
    "2019г – по настоящее время": ("2019", None),
    "Сентябрь 2019 -НАСТОЯЩЕЕ ВРЕМЯ": ("2019-09", None),
    "Сентябрь 2019 — Present": ("2019-09", None),
    "Сентябрь 2019\n—\nнаст.время": ("2019-09", None),
}
PIECES = (
    "Опыт работы", "2019 - 2020", "Март 2019 —", "настоящее время", "ООО «А»", "инженер", "Навыки",
    "Python, SQL", "•", "(", "1 год", "г. ", ", Москва", "Дата рождения", "Проживает:", "50 000",
    "₽", "Желаемая должность и зарплата",
)  # fmt: skip
HEADS = (
    "{range}\n{company}\n{title}",
    "{company}\n{title}\n{range}",
    "{title} | {company} | {range}",
    "{title} | {company}\n{range}",
    "{company} / {title}\n{range}",
    "{title} @ {company} — Москва\n{range}",
    "{company}, {title}\n{range}",
    "{range} {company}, {title}",
)


@settings(max_examples=100)
@given(
    experience=st.sampled_from(EXPERIENCE),
    skills=st.sampled_from(SKILLS),
    education=st.sampled_from(EDUCATION),
    head=st.sampled_from(HEADS),
    written=st.sampled_from(sorted(RANGES)),
    order=st.permutations(range(3)),
)
def test_sections_headings_and_dates_vary(
    experience: str, skills: str, education: str, head: str, written: str, order: list[int]
) -> None:
    if "\n" in written and "|" in head:
        written = written.replace("\n", " ")
    job = head.format(range=written, company="ООО «Ромашка»", title="инженер-технолог")
    blocks = [
        f"{experience}\n{job}\nНаладил линию и обучил смену.\n",
        f"{skills}\nExcel, AutoCAD, Управление сменой\n",
        f"{education}\n2010 – 2015 Институт стекла, технолог\n",
    ]
    person = "Лунина Вера\nИнженер-технолог\nг. Тула, vera@example.com\nВозраст: 33 года\n\n"
    resume = read_text(person + "\n".join(blocks[index] for index in order))
    assert (resume.age, resume.city, resume.position) == (33, "Тула", "Инженер-технолог")
    assert resume.key_skills == ("Excel", "AutoCAD", "Управление сменой")
    assert [(job.start, job.end) for job in resume.work_experience] == [
        RANGES[written_key(written)]
    ]
    assert resume.work_experience[0].position == "инженер-технолог"
    assert resume.work_experience[0].company == "ООО «Ромашка»"


def written_key(written: str) -> str:
    return written if written in RANGES else written.replace(" — ", "\n—\n")


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(NotAResumeError):
        read_text(text)


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_pieces_of_resumes_in_any_order_never_break_the_reader(lines: list[str]) -> None:
    with suppress(NotAResumeError):
        read_text("\n".join(lines))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello world",
        "Счет на оплату № 5 от 10.03.2024\nПоставщик: ООО Рога\nг. Москва\nИтого к оплате 5 руб.",
        "Invoice #123\nBill to: Acme Inc\nDate: 10 March 2024\nTotal due: $500\nsales@x.example",
        "Глава 1\nЖил-был в городе Москва инженер Петров. Он работал с 1990 по 2000 год.\nГлава 2",
        "Python developer\nТребования:\nPython, SQL\nУсловия:\nофис\nhr@x.example",
        "import os\n\ndef main():\n    return 2019 - 2020\n\nclass Reader:\n    pass",
    ],
)
def test_other_kinds_of_text_are_refused(text: str) -> None:
    with pytest.raises(NotAResumeError):
        read_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "Иван Петров\nPython разработчик\nНавыки: Python, SQL",
        "Иван Петров\nivan@mail.example\nИщу работу курьером",
        "John Smith\nBarista\njohn@x.example\nLondon",
        "Студентка 2 курса\nПолина Белова\nОпыта работы нет\nНавыки: Excel",
    ],
)
def test_a_thin_resume_is_still_one(text: str) -> None:
    assert not read_text(text).is_blank() or "Ищу" in text


def test_what_is_not_said_stays_null() -> None:
    resume = read_text("Опыт работы\n2019 - 2020 инженер, ООО «Сова»\nЧинил.")
    assert resume.age is None
    assert resume.city is None
    assert resume.position is None
    assert resume.client_name is None
    assert resume.salary is None
    assert resume.key_skills == ()
