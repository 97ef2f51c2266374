"""A resume as files of three formats, with lines that nobody sees between those that one does."""

import html
import io
import random
from collections.abc import Sequence
from dataclasses import dataclass

from docx import Document
from docx.shared import Pt, RGBColor
from reportlab.pdfgen.canvas import Canvas

from tests.samples.hh_pdf import PAGE_HEIGHT, PAGE_WIDTH, register_fonts, wrap

_SIZE, _LEADING, _MARGIN = 9, 13, 40
_PDF_WAYS = ("white", "tiny", "outside", "mode")
_DOCX_WAYS = ("white", "hidden", "tiny")
_HTML_WAYS = ("color:#fff", "display:none", "font-size:0", "visibility:hidden", "opacity:0")


@dataclass(frozen=True, slots=True)
class Line:
    """`is_seen` is false for one that is put there for machines."""

    text: str
    is_seen: bool = True


def as_pdf(lines: Sequence[Line], rng: random.Random) -> bytes:
    """Hidden lines are white, tiny, outside the page or drawn in the mode that draws nothing."""
    register_fonts()
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(PAGE_WIDTH, PAGE_HEIGHT))
    y = PAGE_HEIGHT - _MARGIN
    for line in lines:
        for part in wrap(line.text, _SIZE, bold=False, width=PAGE_WIDTH - 2 * _MARGIN):
            if y < _MARGIN:
                canvas.showPage()
                y = PAGE_HEIGHT - _MARGIN
            _draw(canvas, y, part, "seen" if line.is_seen else rng.choice(_PDF_WAYS))
            y -= _LEADING
    canvas.save()
    return file.getvalue()


def _draw(canvas: Canvas, y: float, text: str, way: str) -> None:
    canvas.saveState()
    part = canvas.beginText(PAGE_WIDTH + _MARGIN if way == "outside" else _MARGIN, y)
    part.setFont("Regular", 0.5 if way == "tiny" else _SIZE)
    part.setFillColor("#ffffff" if way == "white" else "#000000")
    part.setTextRenderMode(3 if way == "mode" else 0)
    part.textLine(text)
    canvas.drawText(part)
    canvas.restoreState()


def as_docx(lines: Sequence[Line], rng: random.Random) -> bytes:
    """Hidden lines are white, of one point, or have Word's own mark."""
    word = Document()
    for line in lines:
        run = word.add_paragraph().add_run(line.text)
        way = "seen" if line.is_seen else rng.choice(_DOCX_WAYS)
        if way == "white":
            run.font.color.rgb = RGBColor(255, 255, 255)
        elif way == "hidden":
            run.font.hidden = True
        elif way == "tiny":
            run.font.size = Pt(1)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def as_html(lines: Sequence[Line], rng: random.Random) -> bytes:
    """Hidden lines have a style that hides."""
    body = []
    for line in lines:
        style = "" if line.is_seen else f' style="{rng.choice(_HTML_WAYS)}"'
        body.append(f"<p{style}>{html.escape(line.text)}</p>")
    page = f"<!doctype html><meta charset=utf-8><title>CV</title><body>{''.join(body)}</body>"
    return page.encode()
