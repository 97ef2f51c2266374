"""Small PDF pages drawn for one test each, with x from the left and y from the top."""

import io
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from parsers.text.document import Document
from parsers.text.pdf import read_pdf

PAGE_HEIGHT = 842


class Drawing:
    """What a test draws on a page; calls keep their order in the stream."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 10,
        font: str = "Helvetica",
        colour: str = "#000000",
    ) -> float:
        """Returns the x where the text ends."""
        self.canvas.setFont(font, size)
        self.canvas.setFillColor(colour)
        self.canvas.drawString(x, PAGE_HEIGHT - y, text)
        return x + float(self.canvas.stringWidth(text, font, size))

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """`y` is the top."""
        self.canvas.setFillColor(colour)
        self.canvas.rect(x, PAGE_HEIGHT - y - height, width, height, stroke=0, fill=1)


def draw_pdf(draw: Callable[[Drawing], object], rotation: int = 0) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, PAGE_HEIGHT), invariant=1)
    if rotation:
        canvas.setPageRotation(rotation)
    draw(Drawing(canvas))
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def read_drawing(draw: Callable[[Drawing], object], rotation: int = 0) -> Document:
    return read_pdf(draw_pdf(draw, rotation))


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]
