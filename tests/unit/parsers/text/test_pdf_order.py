import pytest

from parsers.text.document import Line
from tests.unit.parsers.text.pages import Drawing, read_drawing, texts

LEFT = ["Contact", "Riga", "Skills", "Java", "Kotlin", "Spring", "Languages", "English"]
RIGHT = ["Anna Example", "Developer", "Jobs", "Amber Ltd", "Built things", "More", "Again", "End"]


def test_a_sidebar_drawn_first_is_read_first() -> None:
    def draw(page: Drawing) -> None:
        for row, text in enumerate(LEFT):
            page.text(40, 60 + 15 * row, text)
        for row, text in enumerate(RIGHT):
            page.text(220, 60 + 15 * row, text)

    assert texts(read_drawing(draw)) == LEFT + RIGHT


def test_columns_drawn_row_by_row_are_taken_apart() -> None:
    def draw(page: Drawing) -> None:
        for row, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
            page.text(40, 60 + 15 * row, left)
            page.text(220, 60 + 15 * row, right)

    assert texts(read_drawing(draw)) == LEFT + RIGHT


def test_words_drawn_twice_to_look_bold_are_read_once() -> None:
    def draw(page: Drawing) -> None:
        page.text(40, 60, "Work experience")
        page.text(41, 60, "Work experience")
        page.text(40, 80, "Work experience in Riga")

    assert texts(read_drawing(draw)) == ["Work experience", "Work experience in Riga"]


def test_a_table_of_dates_is_read_by_rows() -> None:
    rows = [(f"{year} - {year + 1}", f"Company {year}") for year in range(2012, 2020)]

    def draw(page: Drawing) -> None:
        for row, (left, right) in enumerate(rows):
            page.text(40, 60 + 15 * row, left)
            page.text(220, 60 + 15 * row, right)

    assert texts(read_drawing(draw)) == [text for row in rows for text in row]


def test_a_linked_word_drawn_last_returns_to_its_line() -> None:
    def draw(page: Drawing) -> None:
        end = page.text(40, 60, "Manager at ")
        link_start = end
        after = link_start + page.canvas.stringWidth("Amber Coast Ltd", "Helvetica", 10)
        page.text(after, 60, ", Riga")
        page.text(40, 80, "Duties and results")
        page.text(link_start, 60, "Amber Coast Ltd", colour="#0000ff")

    assert texts(read_drawing(draw)) == ["Manager at Amber Coast Ltd, Riga", "Duties and results"]


def test_headings_drawn_last_go_up_to_their_place() -> None:
    def draw(page: Drawing) -> None:
        page.text(40, 100, "Amber Ltd, developer")
        page.text(40, 160, "Java, Kotlin")
        page.text(40, 80, "EXPERIENCE", size=14)
        page.text(40, 140, "SKILLS", size=14)

    assert texts(read_drawing(draw)) == [
        "EXPERIENCE",
        "Amber Ltd, developer",
        "SKILLS",
        "Java, Kotlin",
    ]


def test_one_word_a_run_is_one_line() -> None:
    def draw(page: Drawing) -> None:
        x = 40.0
        for word in ["Justified", "text", "of", "some", "office", "suite"]:
            x = page.text(x, 60, word) + 5

    document = read_drawing(draw)
    assert texts(document) == ["Justified text of some office suite"]
    assert len(document.lines[0].words) == 1


def test_a_right_aligned_date_is_its_own_line_on_the_same_height() -> None:
    def draw(page: Drawing) -> None:
        page.text(40, 60, "Amber Coast Ltd")
        page.text(480, 60, "2019 - 2021")

    company, period = read_drawing(draw).lines
    assert (company.text, period.text) == ("Amber Coast Ltd", "2019 - 2021")
    assert company.top == period.top


def test_a_rotated_page_reads_as_it_is_shown() -> None:
    """A page of 842 by 595 drawn sideways and turned upright by its own /Rotate."""

    def draw(page: Drawing) -> None:
        page.canvas.translate(0, 595)
        page.canvas.rotate(-90)
        for row in range(4):
            page.canvas.drawString(100, 400 - 20 * row, f"line {row} of text")

    document = read_drawing(draw, rotation=270)
    assert document.page_size == (595, 842)
    assert texts(document) == [f"line {row} of text" for row in range(4)]
    assert [line.x0 for line in document.lines] == pytest.approx([100] * 4, abs=1)


def test_bold_by_font_and_by_overprinting() -> None:
    def draw(page: Drawing) -> None:
        page.text(40, 60, "Bold heading", font="Helvetica-Bold")
        page.text(40, 80, "Doubled heading")
        page.text(40.2, 80, "Doubled heading")
        page.text(40, 100, "plain")

    lines: tuple[Line, ...] = read_drawing(draw).lines
    assert [line.text for line in lines] == ["Bold heading", "Doubled heading", "plain"]
    assert [line.is_bold for line in lines][::2] == [True, False]


def test_a_float_drawn_early_waits_for_what_stands_above_it() -> None:
    """Browsers paint floats before the text around them."""

    def draw(page: Drawing) -> None:
        page.text(400, 120, "2019 - 2021")
        page.text(40, 60, "Anna Example", size=20)
        page.text(40, 100, "Experience", size=14)
        page.text(
            40, 108, "Developer at Amber Coast Ltd, a long line up to the right edge " * 2, size=7
        )
        page.text(40, 140, "Duties and results")

    lines = texts(read_drawing(draw))
    assert lines[0] == "Anna Example"
    assert lines.index("2019 - 2021") == 3
    assert lines[-1] == "Duties and results"


def test_letter_spacing_is_no_space() -> None:
    def draw(page: Drawing) -> None:
        page.canvas.setFont("Helvetica", 14)
        page.canvas.drawString(40, 700, "WORK EXPERIENCE", charSpace=4.5)

    assert texts(read_drawing(draw)) == ["WORK EXPERIENCE"]


def test_commas_without_words_ask_the_second_reader_and_survive_it() -> None:
    lines = ["Skills: , , Excel, , ()", "Riga"]

    def draw(page: Drawing) -> None:
        for row, text in enumerate(lines):
            page.text(40, 60 + 20 * row, text)

    assert texts(read_drawing(draw)) == lines
