from reportlab.lib.colors import HexColor

from parsers.text.document import Hidden
from parsers.text.pdf import read_pdf
from tests.samples.make_samples import SAMPLES
from tests.unit.parsers.text.pages import Drawing, read_drawing, texts


def test_every_way_of_hiding_is_found_and_kept_out() -> None:
    document = read_pdf((SAMPLES / "hidden_text.pdf").read_bytes())
    assert document.warnings == ("hidden_text",)
    assert [(hidden.text, hidden.reason) for hidden in document.hidden] == [
        ("white kubernetes dark terraform", Hidden.BACKGROUND_COLOUR),
        ("tiny golang", Hidden.TINY),
        ("outside haskell", Hidden.OFF_PAGE),
        ("invisible scala", Hidden.INVISIBLE_MODE),
    ]
    words = " ".join(texts(document))
    assert not any(name in words for name in ("kubernetes", "terraform", "golang", "haskell"))
    assert "Skills: SQL, Excel" in words, "white on a dark bar is seen"


def test_a_bar_drawn_over_earlier_ground_counts_as_the_ground() -> None:
    def draw(page: Drawing) -> None:
        page.bar(30, 40, 300, 200, "#203040")
        page.bar(30, 60, 300, 40, "#ffffff")
        page.text(40, 85, "white on the white bar", colour="#ffffff")
        page.text(40, 150, "white on the dark bar", colour="#ffffff")

    document = read_drawing(draw)
    assert texts(document) == ["white on the dark bar"]
    assert [hidden.text for hidden in document.hidden] == ["white on the white bar"]


def test_pale_grey_is_seen() -> None:
    document = read_drawing(
        lambda page: page.text(40, 60, "Resume updated", colour="#bcbcbc") and None
    )
    assert texts(document) == ["Resume updated"]


def test_a_page_drawn_small_as_a_whole_is_not_tiny() -> None:
    def draw(page: Drawing) -> None:
        for row in range(5):
            page.text(40, 60 + 4 * row, "all of it is small", size=2.5)

    assert len(read_drawing(draw).lines) == 5


def test_a_scan_with_a_text_layer_is_read() -> None:
    def draw(page: Drawing) -> None:
        page.canvas.drawImage(SAMPLES / "picture_named.pdf", 0, 0, 595, 842)
        layer = page.canvas.beginText(40, 700)
        layer.setTextRenderMode(3)
        layer.textLine("Recognised by a scanner")
        page.canvas.drawText(layer)

    document = read_drawing(draw)
    assert texts(document) == ["Recognised by a scanner"]
    assert document.hidden == ()


def test_white_on_a_gradient_is_seen() -> None:
    def draw(page: Drawing) -> None:
        page.canvas.saveState()
        path = page.canvas.beginPath()
        path.rect(30, 760, 400, 40)
        page.canvas.clipPath(path, stroke=0)
        page.canvas.linearGradient(30, 760, 430, 760, (HexColor("#102030"), HexColor("#405060")))
        page.canvas.restoreState()
        page.text(40, 66, "white on a gradient", colour="#ffffff")
        page.text(40, 200, "white on the page", colour="#ffffff")

    document = read_drawing(draw)
    assert texts(document) == ["white on a gradient"]
    assert [hidden.text for hidden in document.hidden] == ["white on the page"]


def test_hidden_words_keep_their_spaces() -> None:
    def draw(page: Drawing) -> None:
        page.text(40, 60, "seen")
        x = 40.0
        for word in ("first", "second"):
            x = page.text(x, 90, word, colour="#ffffff") + 3

    assert [hidden.text for hidden in read_drawing(draw).hidden] == ["first second"]


def test_text_under_a_bar_or_a_picture_is_hidden() -> None:
    def draw(page: Drawing) -> None:
        page.text(40, 60, "Skills: SQL")
        page.text(40, 100, "kubernetes golang")
        page.bar(30, 85, 200, 25, "#ffffff")
        page.text(40, 140, "terraform ansible")
        page.canvas.drawImage(SAMPLES / "picture_named.pdf", 30, 842 - 150, 200, 30)

    document = read_drawing(draw)
    assert texts(document) == ["Skills: SQL"]
    assert {found.reason for found in document.hidden} == {Hidden.COVERED}
    assert document.warnings == ("hidden_text",)


def test_text_under_glass_is_seen() -> None:
    def draw(page: Drawing) -> None:
        page.text(40, 60, "Skills: SQL")
        page.canvas.setFillColor("#ffcc00", alpha=0.2)
        page.canvas.rect(30, 842 - 70, 200, 25, stroke=0, fill=1)

    document = read_drawing(draw)
    assert texts(document) == ["Skills: SQL"]
    assert not document.warnings
