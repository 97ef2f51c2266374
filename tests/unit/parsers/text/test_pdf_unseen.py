"""Text that no person sees, whatever its colour: clips, layers, areas painted later."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from domain.errors import EmptyDocumentError
from parsers.files.programs import Program, RunProgram
from parsers.isolation.warming import one_page_pdf
from parsers.text.document import Document, Hidden
from parsers.text.pdf import read_pdf
from parsers.text.reading import read_document
from tests.samples.make_samples import SAMPLES
from tests.unit.parsers.text.pages import Drawing, draw_pdf, read_drawing, texts

SEEN = b"BT /F 12 Tf 50 750 Td (Skills: SQL, Excel) Tj ET "


def stream(drawn: bytes, *, catalogue: bytes = b"", resources: bytes = b"") -> Document:
    """A page whose stream first draws a seen line."""
    return read_pdf(one_page_pdf(SEEN + drawn, catalogue=catalogue, resources=resources))


def hidden(document: Document) -> list[tuple[str, Hidden]]:
    assert texts(document) == ["Skills: SQL, Excel"]
    assert document.warnings == ("hidden_text",)
    return [(found.text, found.reason) for found in document.hidden]


def test_text_that_is_clipped_away_is_hidden() -> None:
    document = stream(b"q 0 0 5 5 re W n BT /F 12 Tf 50 700 Td (kubernetes) Tj ET Q")
    assert hidden(document) == [("kubernetes", Hidden.NOT_DRAWN)]


def test_text_in_a_clip_that_shows_it_is_seen() -> None:
    document = stream(b"q 0 0 595 842 re W n BT /F 12 Tf 50 700 Td (kubernetes) Tj ET Q")
    assert texts(document) == ["Skills: SQL, Excel", "kubernetes"]


@pytest.mark.parametrize("state", [b"OFF", b"ON"])
def test_text_on_a_layer_is_seen_where_the_layer_is_on(state: bytes) -> None:
    document = stream(
        b"/OC /L BDC BT /F 12 Tf 50 700 Td (kubernetes) Tj ET EMC",
        catalogue=b"/OCProperties<</OCGs[5 0 R]/D<</Order[5 0 R]/" + state + b"[5 0 R]>>>>",
        resources=b"/Properties<</L 5 0 R>>",
    )
    if state == b"OFF":
        assert hidden(document) == [("kubernetes", Hidden.NOT_DRAWN)]
    else:
        assert texts(document) == ["Skills: SQL, Excel", "kubernetes"]


def test_faint_text_is_hidden() -> None:
    document = stream(
        b"/G gs BT /F 12 Tf 50 700 Td (kubernetes) Tj ET",
        resources=b"/ExtGState<</G<</ca 0.03>>>>",
    )
    assert hidden(document) == [("kubernetes", Hidden.INVISIBLE_MODE)]


def test_text_that_only_clips_is_hidden() -> None:
    document = stream(b"BT 7 Tr /F 12 Tf 50 700 Td (kubernetes) Tj ET")
    assert hidden(document) == [("kubernetes", Hidden.INVISIBLE_MODE)]


def test_a_line_that_is_painted_over_in_part_is_read_in_part() -> None:
    def draw(page: Drawing) -> None:
        end = page.text(40, 60, "Skills: SQL, Excel")
        page.text(end + 3, 60, "kubernetes terraform golang")
        page.bar(end, 48, 300, 16, "#ffffff")

    document = read_drawing(draw)
    assert texts(document) == ["Skills: SQL, Excel"]
    assert [found.text for found in document.hidden] == ["kubernetes terraform golang"]


def test_letters_of_the_grounds_colour_in_the_middle_of_a_line_are_hidden() -> None:
    def draw(page: Drawing) -> None:
        x = page.text(40, 60, "Skills: SQL, Excel")
        x = page.text(x + 3, 60, "kubernetes", colour="#fefefe")
        page.text(x + 3, 60, "Word")

    document = read_drawing(draw)
    assert " ".join(texts(document)) == "Skills: SQL, Excel Word"
    assert [found.text for found in document.hidden] == ["kubernetes"]


def test_what_a_program_says_of_itself_is_no_secret() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.setProducer("TCPDF 6.6.2")
    canvas.drawString(40, 700, "Skills: SQL")
    canvas.setFillColor("#ffffff")
    canvas.drawString(40, 20, "Powered by TCPDF (www.tcpdf.org)")
    canvas.save()
    assert read_pdf(buffer.getvalue()).warnings == ()


LAYER = "Анна Пример аналитик данных из Твери ищет работу рядом с домом"


def layered(render_mode: int | None, *, under: bool) -> bytes:
    """A page of one picture with a text over or under it."""

    def draw(page: Drawing) -> None:
        if not under:
            page.canvas.drawImage(SAMPLES / "picture_named.pdf", 0, 0, 595, 842)
        layer = page.canvas.beginText(40, 700)
        if render_mode is not None:
            layer.setTextRenderMode(render_mode)
        layer.textLine("Anna Example data analyst from Oxford looks for work near home")
        page.canvas.drawText(layer)
        if under:
            page.canvas.drawImage(SAMPLES / "picture_named.pdf", 0, 0, 595, 842)

    return draw_pdf(draw)


def recognising(words: str) -> RunProgram:
    head = "level page_num block_num par_num line_num word_num left top width height conf text"
    rows = [head.split()] + [
        [*f"5 1 1 1 1 1 {60 * place} 40 50 20 90".split(), word]
        for place, word in enumerate(words.split())
    ]
    tsv = "\n".join("\t".join(row) for row in rows).encode()

    def run(program: Program, content: bytes) -> bytes:
        del program, content
        return tsv

    return run


@pytest.mark.parametrize("under", [True, False])
def test_a_layer_that_says_what_the_picture_shows_is_read(under: bool) -> None:
    shown = recognising("Anna Exarnple data analyst from Oxford looks for w0rk near home")
    document = read_document(layered(None if under else 3, under=under), run=shown)
    assert texts(document) == ["Anna Example data analyst from Oxford looks for work near home"]
    assert document.warnings == ()


@pytest.mark.parametrize("under", [True, False])
def test_a_layer_that_says_something_else_is_hidden(under: bool) -> None:
    document = read_document(layered(None if under else 3, under=under), run=recognising(LAYER))
    assert texts(document) == [LAYER]
    assert [found.reason for found in document.hidden] == [Hidden.COVERED]
    assert document.warnings == ("hidden_text", "read_by_ocr")


def test_without_a_program_text_under_a_picture_is_not_taken_for_a_scanners() -> None:
    assert len(read_document(layered(3, under=False)).lines) == 1
    with pytest.raises(EmptyDocumentError):
        read_document(layered(None, under=True))
