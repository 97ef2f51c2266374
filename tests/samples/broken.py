"""Files that can't be read as a resume, each for one reason."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.samples.hh_pdf import PAGE_HEIGHT, PAGE_WIDTH

_PAGE = (PAGE_WIDTH, PAGE_HEIGHT)


def write_empty_pdf(path: Path) -> None:
    canvas = Canvas(str(path), pagesize=_PAGE, invariant=1)
    canvas.showPage()
    canvas.save()


def write_encrypted_pdf(path: Path, *, user_password: str) -> None:
    """An empty user password gives a file that only its owner may change: readable."""
    canvas = Canvas(
        str(path),
        pagesize=_PAGE,
        invariant=1,
        encrypt=StandardEncryption(user_password, ownerPassword="owner", canPrint=0),
    )
    _write_short_resume(canvas)
    canvas.save()


def write_damaged_pdf(path: Path, good: Path) -> None:
    """The first third of a good file."""
    content = good.read_bytes()
    path.write_bytes(content[: len(content) // 3])


def write_image_only_pdf(path: Path) -> None:
    canvas = Canvas(str(path), pagesize=_PAGE, invariant=1)
    canvas.drawImage(ImageReader(BytesIO(_picture())), 40, 600, 400, 200)
    canvas.save()


def write_picture_named_pdf(path: Path) -> None:
    """A GIF: pictures of resumes are read in other formats."""
    path.write_bytes(_picture("GIF"))


def write_many_pages(path: Path, pages: int) -> None:
    canvas = Canvas(str(path), pagesize=_PAGE, invariant=1)
    for number in range(pages):
        canvas.drawString(40, 800, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()


def write_hidden_text_pdf(path: Path) -> None:
    """White on white, tiny, off the page, drawn invisibly, and dark on dark; white on a dark
    bar is seen."""
    canvas = Canvas(str(path), pagesize=_PAGE, invariant=1)
    _write_short_resume(canvas)
    canvas.setFillColorRGB(0.1, 0.1, 0.3)
    canvas.rect(40, 500, 300, 30, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(50, 510, "Skills: SQL, Excel")
    canvas.drawString(40, 460, "white kubernetes")
    canvas.setFillColorRGB(0.1, 0.1, 0.3)
    canvas.drawString(200, 510, "dark terraform")
    canvas.setFillColorRGB(0, 0, 0)
    canvas.setFont("Helvetica", 1)
    canvas.drawString(40, 440, "tiny golang")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(900, 440, "outside haskell")
    invisible = canvas.beginText(40, 420)
    invisible.setTextRenderMode(3)
    invisible.textLine("invisible scala")
    canvas.drawText(invisible)
    canvas.save()


def _write_short_resume(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 11)
    for number, line in enumerate(
        (
            "Nora Hale",
            "Office manager",
            "Work experience",
            "May 2018 - April 2021",
            "Office manager, Quiet Harbour Ltd",
            "Suppliers, travel, archive and meeting rooms.",
        )
    ):
        canvas.drawString(40, 780 - 18 * number, line)


def _picture(kind: str = "PNG") -> bytes:
    picture = Image.new("RGB", (400, 200), "white")
    ImageDraw.Draw(picture).text((20, 80), "A scanned page", fill="black")
    buffer = BytesIO()
    picture.save(buffer, kind)
    return buffer.getvalue()
