"""A design tool's page: letter-spaced headings, and the headings and the name drawn last."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.samples.hh_pdf import PAGE_HEIGHT, PAGE_WIDTH

_TEXTS: tuple[tuple[float, float, float, str], ...] = (
    (40, 150, 9, "Ярославль"),
    (40, 164, 9, "v.ozerova@example.com"),
    (40, 178, 9, "Возраст: 26 лет"),
    (40, 250, 9, "Figma"),
    (40, 264, 9, "Adobe Illustrator"),
    (40, 278, 9, "Типографика"),
    (40, 292, 9, "Анимация"),
    (230, 150, 10, "Графический дизайнер"),
    (230, 164, 9, "Студия «Синий Кот»"),
    (230, 178, 9, "апрель 2022 — настоящее время"),
    (230, 192, 9, "Фирменные стили и упаковка."),
    (230, 222, 10, "Младший дизайнер"),
    (230, 236, 9, "Типография «Оттиск-Волга»"),
    (230, 250, 9, "сентябрь 2019 — март 2022"),
    (230, 264, 9, "Вёрстка каталогов."),
    (230, 330, 9, "Ярославский колледж искусств"),
    (230, 344, 9, "2016 — 2019"),
)
_HEADINGS: tuple[tuple[float, float, str], ...] = (
    (40, 130, "К О Н Т А К Т Ы"),
    (40, 230, "Н А В Ы К И"),
    (230, 130, "О П Ы Т  Р А Б О Т Ы"),
    (230, 310, "О Б Р А З О В А Н И Е"),
)


def write_design_pdf(path: Path) -> None:
    """Needs `register_fonts()`."""
    canvas = Canvas(str(path), pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1)
    canvas.setFillColor("#f2ece4")
    canvas.rect(0, 0, 200, PAGE_HEIGHT, stroke=0, fill=1)
    canvas.setFillColor("#222222")
    for x, y, size, text in _TEXTS:
        canvas.setFont("Regular", size)
        canvas.drawString(x, PAGE_HEIGHT - y, text)
    for x, y, text in _HEADINGS:
        canvas.setFont("Bold", 11)
        canvas.drawString(x, PAGE_HEIGHT - y, text)
    canvas.setFont("Bold", 24)
    canvas.drawString(230, PAGE_HEIGHT - 70, "Варвара Озерова")
    canvas.setFont("Regular", 12)
    canvas.drawString(230, PAGE_HEIGHT - 92, "Графический дизайнер")
    canvas.save()
