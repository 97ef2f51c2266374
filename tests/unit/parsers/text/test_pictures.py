import io

import pytest
from PIL import Image, ImageDraw

from domain.errors import DamagedFileError, EmptyDocumentError, TooComplexError
from parsers.files.kind import FileKind
from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.files.programs import Program, RunProgram
from parsers.text.pictures import read_picture, read_scanned_pdf
from parsers.text.pictures.straightening import straighten
from parsers.text.reading import read_document
from tests.samples.make_samples import SAMPLES

COLUMNS = "level page_num block_num par_num line_num word_num left top width height conf text"
WORDS = "Анна Пример аналитик данных из Твери ищет работу"


def tsv(*words: tuple[int, int, int, str]) -> bytes:
    """Words as (line, left, confidence, text), each 50 pixels wide."""
    rows = [
        [*f"5 1 1 1 {line} 1 {left} {40 * line} 50 20 {confidence}".split(), text]
        for line, left, confidence, text in words
    ]
    return "\n".join("\t".join(row) for row in [COLUMNS.split(), *rows]).encode()


def seeing(*words: tuple[int, int, int, str]) -> RunProgram:
    def run(program: Program, content: bytes) -> bytes:
        assert program is Program.TESSERACT
        assert content.startswith(b"P5 ")
        return tsv(*words)

    return run


def picture(kind: str = "PNG", mode: str = "L", size: tuple[int, int] = (200, 100)) -> bytes:
    page = Image.new(mode, size, "white")
    ImageDraw.Draw(page).rectangle((10, 10, 60, 60), fill="grey")
    buffer = io.BytesIO()
    page.save(buffer, kind)
    return buffer.getvalue()


SENTENCE = [(1, 60 * place, 90, word) for place, word in enumerate(WORDS.split())]


@pytest.mark.parametrize(
    ("kind", "mode", "file_kind"),
    [
        ("PNG", "RGBA", FileKind.PNG),
        ("PNG", "P", FileKind.PNG),
        ("JPEG", "CMYK", FileKind.JPEG),
        ("TIFF", "1", FileKind.TIFF),
        ("WEBP", "RGB", FileKind.WEBP),
    ],
)
def test_named_formats_are_read(kind: str, mode: str, file_kind: FileKind) -> None:
    content = picture(kind, mode)
    document = read_document(content, run=seeing(*SENTENCE))
    assert document.text == WORDS
    assert document.media_type == file_kind.value
    assert document.warnings == ("read_by_ocr",)


def test_columns_are_taken_apart_and_tags_kept_apart() -> None:
    rows = [(line, 0, 90, f"дата{line}") for line in range(1, 5)]
    rows += [(line, 300, 90, f"фирма{line}") for line in range(1, 5)]
    rows += [(5, 300, 90, "SQL"), (5, 400, 90, "Git"), (5, 470, 9, "грязь")]
    rows += [(6, 300, 90, "ещё")]
    document = read_picture(
        picture(), FileKind.PNG, DEFAULT_LIMITS, seeing(*sorted(rows, key=lambda row: row[:2]))
    )
    assert [line.text for line in document.lines][:3] == ["дата1", "фирма1", "дата2"]
    assert [line.text for line in document.lines][-2:] == ["SQL      Git", "ещё"]


@pytest.mark.parametrize("words", [(), SENTENCE[:3]])
def test_a_stamp_is_no_text(words: tuple[tuple[int, int, int, str], ...]) -> None:
    with pytest.raises(EmptyDocumentError) as caught:
        read_picture(picture(), FileKind.PNG, DEFAULT_LIMITS, seeing(*words))
    assert caught.value.ocr_available


@pytest.mark.parametrize("name", ["scan.png", "scan.pdf"])
def test_without_the_program_a_scan_is_empty(name: str) -> None:
    with pytest.raises(EmptyDocumentError) as caught:
        read_document((SAMPLES / name).read_bytes())
    assert not caught.value.ocr_available


def test_too_many_pixels_and_broken_pictures() -> None:
    limits = ParsingLimits(max_pixels=10_000)
    with pytest.raises(TooComplexError):
        read_picture(picture(), FileKind.PNG, limits, seeing())
    for content in (picture()[:60], b"\x89PNG\r\n\x1a\n"):
        with pytest.raises(DamagedFileError):
            read_picture(content, FileKind.PNG, DEFAULT_LIMITS, seeing())


def test_only_the_first_pages_are_read() -> None:
    pages: list[bytes] = []

    def run(program: Program, content: bytes) -> bytes:
        pages.append(content)
        return tsv(*SENTENCE)

    many = io.BytesIO()
    page = Image.new("L", (50, 50), "white")
    page.save(many, "PDF", save_all=True, append_images=[page] * 6)
    limits = ParsingLimits(max_ocr_pages=3)
    read_scanned_pdf(many.getvalue(), limits, run)
    assert len(pages) == 3


def test_a_photo_on_its_side_is_turned() -> None:
    lying = (SAMPLES / "scan.png").read_bytes()
    standing = Image.open(io.BytesIO(lying)).rotate(90, expand=True)
    buffer = io.BytesIO()
    standing.save(buffer, "PNG")

    def run(program: Program, content: bytes) -> bytes:
        del program
        width, height = (int(number) for number in content.split(maxsplit=3)[1:3])
        many = [(1, 60 * place, 90, word) for place, word in enumerate(WORDS.split() * 3)]
        return (
            tsv(*many)
            if width > height
            else tsv(*[(1, 60 * place, 40, "вяншп") for place in range(30)])
        )

    document = read_document(buffer.getvalue(), run=run)
    assert document.text.startswith(WORDS)
    assert document.lines[0].x0 is None, "places on the turned picture are not the file's"


@pytest.mark.parametrize("degrees", [-12, -7, 7, 12])
def test_a_photo_at_an_angle_is_straightened(degrees: int) -> None:
    with Image.open(SAMPLES / "scan.png") as scan:
        level = scan.convert("L")
        leaning = level.rotate(degrees, expand=True, fillcolor=255)
        assert straighten(level) is level
    straight = straighten(leaning)
    assert straight is not leaning
    assert straighten(straight) is straight


@pytest.mark.parametrize("output", [b"level\tconf\n5\tx", b"level\n5", b"\xff\xfe"])
def test_what_the_program_says_is_checked(output: bytes) -> None:
    with pytest.raises((DamagedFileError, EmptyDocumentError)):
        read_picture(picture(), FileKind.PNG, DEFAULT_LIMITS, lambda *_: output)
