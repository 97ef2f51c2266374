"""A made-up person's resume as a picture, and as a PDF that holds nothing else."""

import time
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from tests.samples.hh_pdf import FONT_FOLDER

_LINES = (
    ("Лидия Скворцова", 34),
    ("Администратор гостиницы", 26),
    ("Возраст: 31 год", 22),
    ("Город: Суздаль", 22),
    ("", 22),
    ("Опыт работы", 28),
    ("май 2019 – настоящее время", 22),
    ("ООО «Белый Терем», администратор гостиницы", 22),
    ("Заселение гостей, касса, отчёты за смену.", 22),
    ("март 2015 – апрель 2019", 22),
    ("ИП Калинин, горничная", 22),
    ("", 22),
    ("Навыки", 28),
    ("1С: Отель, Английский язык, Касса", 22),
)


def write_scan(path: Path) -> None:
    """PNG or PDF by the name's end."""
    page = Image.new("L", (1000, 800), 255)
    draw = ImageDraw.Draw(page)
    top = 50
    for text, size in _LINES:
        font = ImageFont.truetype(str(FONT_FOLDER / "DejaVuSans.ttf"), size)
        draw.text((60, top), text, fill=0, font=font)
        top += round(size * 1.8)
    if path.suffix == ".pdf":
        made = time.gmtime(0)  # keeps a file that is drawn again the same
        page.save(path, resolution=110, creationDate=made, modDate=made)
    else:
        page.save(path, optimize=True)
