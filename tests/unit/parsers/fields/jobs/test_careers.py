"""A career read back from any usual shape, order and place of the page breaks."""

import random
from contextlib import suppress
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import ResumeFileError
from parsers.pipeline import read_resume
from parsers.sections import parse_document
from parsers.text.document import Document, Line
from tests.unit.parsers.fields.jobs.careers import (
    DASHES,
    DEEDS_EN,
    DEEDS_RU,
    HEADS,
    LABELLED_EN,
    LABELLED_RU,
    NOW_EN,
    NOW_RU,
    WRITERS_EN,
    WRITERS_RU,
    MadeUpJob,
    careers,
    years,
)
from tests.unit.parsers.sections.documents import TODAY

PERSON_RU = "Лунина Вера\nг. Тула, vera@mail.example\nВозраст: 33 года"
PERSON_EN = "Vera Loon\nLeeds, vera@mail.example"
BLOCKS_RU = (
    "Навыки\nExcel, AutoCAD, 1С",
    "Образование\n2001 – 2006 Институт стекла, технолог",
    "Курсы\n2010 – 2011 Курсы сметчиков",
)
BLOCKS_EN = (
    "Skills\nExcel, AutoCAD, SQL",
    "Education\n2001 – 2006 Linden College, BSc Chemistry",
    "Certifications\nFirst Aid, 2011 – 2014",
)


@st.composite
def resumes(draw: st.DrawFn) -> tuple[str, list[MadeUpJob], bool]:
    """(text, its jobs, whether only years are given)."""
    is_russian = draw(st.booleans())
    jobs = draw(careers(is_russian=is_russian))
    shapes = (*HEADS, *(LABELLED_RU if is_russian else LABELLED_EN))
    shape = draw(st.sampled_from(shapes))
    writer = draw(st.sampled_from(WRITERS_RU if is_russian else WRITERS_EN))
    now = draw(st.sampled_from(NOW_RU if is_russian else NOW_EN))
    dash = draw(st.sampled_from(DASHES))
    deeds = DEEDS_RU if is_russian else DEEDS_EN
    mark = draw(st.sampled_from(("• ", "- ", "")))
    between = "\n\n" if not mark or draw(st.booleans()) else "\n"
    entries = []
    for job in jobs if draw(st.booleans()) else reversed(jobs):
        dates = f"{writer(job.start)}{dash}{writer(job.end) if job.end else now}"
        head = shape.format(dates=dates, title=job.title, company=job.company)
        done = draw(st.lists(st.sampled_from(deeds), min_size=1, max_size=3, unique=True))
        entries.append("\n".join([head, *(mark + deed for deed in done)]))
    heading = "Опыт работы" if is_russian else "Work experience"
    blocks = [heading + "\n" + between.join(entries), *(BLOCKS_RU if is_russian else BLOCKS_EN)]
    person = PERSON_RU if is_russian else PERSON_EN
    text = "\n\n".join([person, *draw(st.permutations(blocks))])
    return text, jobs, writer is years


@settings(max_examples=100, deadline=None)
@given(resumes())
def test_a_career_is_read_back(made: tuple[str, list[MadeUpJob], bool]) -> None:
    text, jobs, by_year = made
    read = read_resume(text.encode(), "cv.txt").resume.work_experience
    assert sorted(
        ((job.start, job.end, job.current, job.position) for job in read), key=str
    ) == sorted((job.read(by_year=by_year) for job in jobs), key=str)
    assert {job.company for job in read} == {job.company for job in jobs}


@settings(max_examples=60, deadline=None)
@given(resumes(), st.integers(0, 2**32))
def test_a_damaged_resume_raises_nothing_else(
    made: tuple[str, list[MadeUpJob], bool], seed: int
) -> None:
    """Letters dropped, lines swapped, halves cut off, alphabets mixed."""
    content = bytearray(_shaken(made[0], random.Random(seed)).encode())
    with suppress(ResumeFileError):
        read_resume(bytes(content), "cv.txt")


def _shaken(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(lines))
        line = lines[place]
        change = chance.randrange(6)
        if change == 0:
            lines[place] = line[: chance.randint(0, len(line))]
        elif change == 1:
            other = chance.randrange(len(lines))
            lines[place], lines[other] = lines[other], line
        elif change == 2:
            lines[place] = line + chance.choice(["\f", "\t", " — ", "(", "«", "2019 - ", "н.в."])
        elif change == 3:
            lines.insert(place, chance.choice(["", "2019", "|", "1.", "Опыт", "—", "с 2019"]))
        elif change == 4:
            lines[place] = line[::-1]
        else:
            lines[place] = line.translate(str.maketrans("асеорх", "aceopx"))
    return "\n".join(lines)


@settings(max_examples=60, deadline=None)
@given(resumes(), st.data())
def test_page_breaks_fall_anywhere(
    made: tuple[str, list[MadeUpJob], bool], data: st.DataObject
) -> None:
    """Every page ends with its number, wherever in a job it ends."""
    text, jobs, by_year = made
    lines = text.split("\n")
    breaks = sorted(data.draw(st.sets(st.integers(1, len(lines) - 1), max_size=3)))
    pages = [lines[a:b] for a, b in pairwise([0, *breaks, len(lines)])]
    document = Document(
        lines=tuple(
            Line(text=line, page=number, number=place)
            for number, page in enumerate(pages, 1)
            for place, line in enumerate([*page, f"Страница {number} из {len(pages)}"], 1)
        ),
        media_type="application/pdf",
        page_count=len(pages),
    )
    read = parse_document(document, TODAY).resume.work_experience
    assert sorted(
        ((job.start, job.end, job.current, job.position) for job in read), key=str
    ) == sorted((job.read(by_year=by_year) for job in jobs), key=str)
