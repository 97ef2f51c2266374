"""The second reader of PDF pages: slower than PDFium, with its own idea of fonts."""

from io import BytesIO

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.psparser import PSException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from domain.errors import DamagedFileError
from parsers.files.limits import ParsingLimits
from parsers.text.pdf.runs import Chunk, Colour, DrawnPage, Run

_NO_UNICODE = "(cid:"


def draw_pages_with_plumber(content: bytes, limits: ParsingLimits) -> list[DrawnPage]:
    """Raises DamagedFileError. Backdrops are not read: nothing counts as background-coloured."""
    try:
        with pdfplumber.open(BytesIO(content)) as pdf:
            return [_draw(page) for page in pdf.pages[: limits.max_pages]]
    except (PdfminerException, PDFPasswordIncorrect, PSException, ValueError, KeyError) as error:
        raise DamagedFileError from error


def _draw(page: Page) -> DrawnPage:
    """Letters doubled to look bold are taken once."""
    chars = page.dedupe_chars(tolerance=1).chars
    unmapped = sum(char["text"].startswith(_NO_UNICODE) for char in chars)
    runs: list[Run] = []
    for order, char in enumerate(chars):
        if char["text"].startswith(_NO_UNICODE):
            continue
        run = _run(order, char, float(page.height))
        if runs and _looks_alike(runs[-1], run):
            runs[-1].chunks.extend(run.chunks)
        else:
            runs.append(run)
    characters = sum(run.length for run in runs)
    return DrawnPage(float(page.width), float(page.height), tuple(runs), (), characters, unmapped)


def _run(order: int, char: dict[str, object], height: float) -> Run:
    matrix = char["matrix"]
    baseline = height - float(matrix[5]) if isinstance(matrix, tuple) else 0.0
    chunk = Chunk(str(char["text"]), float(str(char["x0"])), float(str(char["x1"])))
    return Run(
        order=order,
        baseline=baseline,
        size=float(str(char["size"])),
        is_bold="bold" in str(char["fontname"]).lower(),
        colour=_colour(char.get("non_stroking_color")),
        opacity=1.0,
        render_mode=0,
        chunks=[chunk],
    )


def _looks_alike(one: Run, other: Run) -> bool:
    return (
        abs(one.baseline - other.baseline) < 0.1
        and one.size == other.size
        and one.is_bold == other.is_bold
        and one.colour == other.colour
        and other.x0 - one.x0 >= 0
    )


def _colour(value: object) -> Colour | None:
    match value:
        case (int() | float() as grey,):
            return (float(grey), float(grey), float(grey))
        case (red, green, blue):
            return (float(str(red)), float(str(green)), float(str(blue)))
        case _:
            return None
