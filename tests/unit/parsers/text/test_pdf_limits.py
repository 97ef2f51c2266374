import pytest

from domain.errors import (
    DamagedFileError,
    EmptyDocumentError,
    EncryptedFileError,
    ResumeFileError,
    TooComplexError,
)
from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.text.pdf import read_pdf
from parsers.text.pdf.order import order_rows
from parsers.text.pdf.plumber import draw_pages_with_plumber
from parsers.text.pdf.rows import group_rows, row_text
from tests.samples.broken import write_many_pages
from tests.samples.make_samples import SAMPLES
from tests.unit.parsers.text.pages import Drawing, draw_pdf, read_drawing


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("encrypted.pdf", EncryptedFileError),
        ("damaged.pdf", DamagedFileError),
        ("empty.pdf", EmptyDocumentError),
        ("image_only.pdf", EmptyDocumentError),
    ],
)
def test_each_bad_file_has_its_error(name: str, error: type[ResumeFileError]) -> None:
    with pytest.raises(error):
        read_pdf((SAMPLES / name).read_bytes())


def test_an_owners_lock_does_not_stop_reading() -> None:
    assert "Nora Hale" in read_pdf((SAMPLES / "owner_locked.pdf").read_bytes()).text


def test_too_many_pages(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("pages") / "many.pdf"
    write_many_pages(path, 300)
    with pytest.raises(TooComplexError) as caught:
        read_pdf(path.read_bytes())
    assert (caught.value.what, caught.value.limit) == ("pages", DEFAULT_LIMITS.max_pages)


@pytest.mark.parametrize(
    ("limits", "what"),
    [
        (ParsingLimits(max_characters=10), "characters"),
        (ParsingLimits(max_page_objects=3), "page_objects"),
    ],
)
def test_too_much_on_a_page(limits: ParsingLimits, what: str) -> None:
    def draw(page: Drawing) -> None:
        for row in range(4):
            page.text(40, 60 + 20 * row, "line")

    with pytest.raises(TooComplexError) as caught:
        read_pdf(draw_pdf(draw), limits)
    assert caught.value.what == what


def test_the_second_reader_agrees_with_the_first() -> None:
    content = (SAMPLES / "hh_en.pdf").read_bytes()
    (page,) = draw_pages_with_plumber(content, DEFAULT_LIMITS)
    second = [row_text(row)[0] for row in order_rows(group_rows(page.runs))]
    first = [line.text for line in read_pdf(content).lines]
    assert [" ".join(text.split()) for text in second] == [" ".join(text.split()) for text in first]


def test_the_second_reader_takes_doubled_letters_once() -> None:
    def draw(page: Drawing) -> None:
        page.text(40, 80, "Doubled heading")
        page.text(40.2, 80, "Doubled heading")

    (page,) = draw_pages_with_plumber(draw_pdf(draw), DEFAULT_LIMITS)
    assert [row_text(row)[0] for row in group_rows(page.runs)] == ["Doubled heading"]


def test_the_second_reader_reports_damage() -> None:
    with pytest.raises(DamagedFileError):
        draw_pages_with_plumber(b"%PDF-1.4 nothing", DEFAULT_LIMITS)


def test_coordinates_are_from_the_top_left() -> None:
    (line,) = read_drawing(lambda page: page.text(100, 200, "here")).lines
    assert line.x0 == pytest.approx(100, abs=1)
    assert line.top is not None
    assert line.bottom is not None
    assert line.top < 200 < line.bottom
