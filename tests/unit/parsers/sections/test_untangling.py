"""A sidebar beside a main column, written line by line by a converter."""

from parsers.sections import parse_document
from parsers.text.document import Document, Line
from tests.unit.parsers.sections.documents import TODAY

SIDEBAR = ["КОНТАКТЫ", "zueva@mail.example", "г. Томск", "НАВЫКИ", "SMM", "Реклама", "Figma"]
MAIN = [
    "ОПЫТ РАБОТЫ",
    "Маркетолог",
    "ООО «Сибирский лён» | 03.2021 – н.в.",
    "Вела соцсети.",
    "ОБРАЗОВАНИЕ",
    "ТГУ, филолог",
    "Томск",
]


def line(text: str, x0: float, top: float) -> Line:
    return Line(text=text, x0=x0, top=top, x1=x0 + 5 * len(text), bottom=top + 9, font_size=9.0)


def test_tangled_columns_are_taken_apart() -> None:
    lines = [line("Зуева Мария", 40, 20), line("Маркетолог", 40, 34)]
    for step, (left, right) in enumerate(zip(SIDEBAR, MAIN, strict=True)):
        lines += [line(left, 40, 60 + 14 * step), line(right, 230, 60 + 14 * step)]
    document = Document(lines=tuple(lines), media_type="application/pdf", page_size=(595.0, 842.0))
    resume = parse_document(document, TODAY).resume
    assert (resume.city, resume.position) == ("Томск", "Маркетолог")
    assert resume.key_skills == ("SMM", "Реклама", "Figma")
    (job,) = resume.work_experience
    assert (job.start, job.current, job.position) == ("2021-03", True, "Маркетолог")
    assert job.company == "ООО «Сибирский лён»"
