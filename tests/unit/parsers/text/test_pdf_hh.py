"""hh.ru's export: what the sections rely on."""

import pytest

from parsers.text.document import Document, Line
from parsers.text.pdf import read_pdf
from tests.samples.make_samples import SAMPLES


@pytest.fixture(scope="module")
def document() -> Document:
    return read_pdf((SAMPLES / "hh_ru_2024.pdf").read_bytes())


def find(document: Document, start: str) -> Line:
    return next(line for line in document.lines if line.text.startswith(start))


def test_the_file_tells_of_itself(document: Document) -> None:
    assert document.producer == "cairo 1.16.0 (https://cairographics.org)"
    assert (document.page_count, document.page_size) == (2, (595, 842))
    assert (document.hidden, document.warnings) == ((), ())


def test_a_date_cell_stays_before_its_job(document: Document) -> None:
    lines = [line.text for line in document.lines]
    start = lines.index("Март 2021 —")
    assert lines[start : start + 5] == [
        "Март 2021 —",
        "настоящее время",
        "3 года 9 месяцев",
        "АО «Северный Ветер»",
        "Новосибирск, north-wind.example/",
    ]


@pytest.mark.parametrize(
    ("start", "x0", "size", "is_bold", "grey"),
    [
        ("Соколова", 42.5, 25, True, 0x00),
        ("Опыт работы", 42.5, 11, False, 0xAD),
        ("Python-разработчик (Backend)", 42.5, 12, True, 0x00),
        ("Ведущий", 128, 12, False, 0x00),
        ("АО «Северный", 128, 12, True, 0x00),
        ("Март 2021", 42.5, 8, False, 0x70),
        ("Резюме обновлено", 42.5, 8, False, 0xBC),
    ],
)
def test_looks_tell_the_blocks_apart(
    document: Document, start: str, x0: float, size: float, is_bold: bool, grey: int
) -> None:
    line = find(document, start)
    assert (line.font_size, line.is_bold) == (size, is_bold)
    assert line.x0 == pytest.approx(x0, abs=0.5)
    assert line.colour == pytest.approx((grey / 255,) * 3)


def test_skill_tags_keep_their_gaps(document: Document) -> None:
    line = find(document, "SQLAlchemy  ")
    assert line.text == "SQLAlchemy      Управление командой      Код-ревью"
    assert [word.text for word in line.words] == ["SQLAlchemy", "Управление командой", "Код-ревью"]
    assert all(word.x0 < word.x1 for word in line.words)


def test_lines_count_from_one_on_each_page(document: Document) -> None:
    assert [line.number for line in document.lines if line.page == 2] == list(range(1, 47))
