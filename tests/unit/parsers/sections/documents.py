"""Documents of made-up people in the layouts of hh.ru, written as extractors leave them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.resume import Resume
from parsers.sections import parse_document
from parsers.text.document import Document, Line

TODAY = date(2026, 3, 1)
MONTHS = [
    "Январь",
    "Февраль",
    "Март",
    "Апрель",
    "Май",
    "Июнь",
    "Июль",
    "Август",
    "Сентябрь",
    "Октябрь",
    "Ноябрь",
    "Декабрь",
]
FOOTER = "Зимин Тарас  •  Резюме обновлено 5 февраля 2024 в 14:38"


@dataclass(frozen=True)
class MadeUpJob:
    start: tuple[int, int]
    end: tuple[int, int] | None
    company: str
    place: str | None
    title: str
    text: str

    @property
    def dates(self) -> tuple[str, str, str]:
        end = f"{MONTHS[self.end[1] - 1]} {self.end[0]}" if self.end else "настоящее время"
        return f"{MONTHS[self.start[1] - 1]} {self.start[0]}\u00a0—", end, "1 год 6 месяцев"

    @property
    def content(self) -> list[str]:
        return [line for line in (self.company, self.place, self.title, self.text) if line]


def document_of(lines: Sequence[str]) -> Document:
    return Document(
        lines=tuple(Line(text=text, number=number) for number, text in enumerate(lines, 1)),
        media_type="text/plain",
    )


def read_text(text: str, today: date = TODAY) -> Resume:
    return parse_document(document_of(text.splitlines()), today).resume


def hh_header() -> list[str]:
    return [
        "Зимин Тарас",
        "Мужчина, 24\u00a0года, родился 19 февраля 1999",
        "+7\u00a0(999)\u00a01234567\u00a0—\u00a0предпочитаемый способ связи",
        "Проживает: Барнаул, м. Площадь",
        "Гражданство: Россия,\u00a0есть разрешение на работу: Казахстан",
        "Готов к переезду: Москва, Томск, готов к редким командировкам",
        "Желаемая должность и зарплата",
        "Инженер | данных, Middle",
        "Специализации:",
        "—  Аналитик",
        "Занятость: полная занятость",
        "График работы: полный день",
        "Желательное время в пути до работы: не имеет значения",
        "150\u00a0000",
        "₽",
        "Опыт работы — 3 года 10 месяцев",
    ]


def hh_rest() -> list[str]:
    return [
        "Образование",
        "Высшее",
        "2021",
        "Институт погоды, Томск",
        "2018 — 2020",
        "Повышение квалификации, курсы",
        "2022",
        "Школа данных",
        "Навыки",
        "Знание языков",
        "Русский — Родной",
        "Английский — B2 — Средне-продвинутый",
        "Навыки",
        " SQL      REST API      1С: Предприятие 8 ",
        " Английский язык      MVVM / MVP / MVI ",
        "Дополнительная информация",
        "Обо мне Люблю порядок",
    ]


def in_stream_order(job: MadeUpJob) -> list[str]:
    """PyMuPDF, pypdf, poppler: the date cell, then the content cell."""
    return [*job.dates, *job.content]


def in_plumber_order(job: MadeUpJob) -> list[str]:
    """pdfplumber: visual lines through both columns; the third row of dates comes late."""
    start, end, length = job.dates
    first, second, *rest = job.content
    if job.place:
        return [f"{start} {first}", end, second, length, *rest]
    return [f"{start} {first}", end, second, length, *rest]


def in_layout_order(job: MadeUpJob) -> list[str]:
    """poppler -layout: three rows with both columns."""
    start, end, length = job.dates
    if not job.place:
        return [f"{start}    {job.company}", end, f"{length}    {job.title}", job.text]
    return [f"{start}    {job.company}", f"{end}    {job.place}", length, job.title, job.text]


def as_copied_from_viewer(job: MadeUpJob) -> list[str]:
    start, end, length = job.dates
    if job.place:
        return [start, job.company, end, job.place, f"{length} {job.title}", job.text]
    return [start, job.company, end, f"{length} {job.title}", job.text]


def as_rtf(job: MadeUpJob) -> list[str]:
    """The downloaded .doc: the range on one line, its length below."""
    start, end, length = job.dates
    return [f"{start} {end}", length, *job.content]


WRITERS = (in_stream_order, in_plumber_order, in_layout_order, as_copied_from_viewer, as_rtf)


def hh_geometry(jobs: Sequence[MadeUpJob]) -> Document:
    """The PDF itself: sizes, colours and the two columns, in any drawing order."""
    lines: list[Line] = []
    top = 40.0
    for text in hh_header():
        bold = text.startswith("Инженер |")
        lines.append(_line(text, 42.5, top, 12 if bold else 9, is_bold=bold))
        top += 14
    for job in jobs:
        for step, text in enumerate(job.dates):
            lines.append(_line(text, 42.5, top + 3 + 11 * step, 8))
        lines.append(_line(job.company, 128, top, 12, is_bold=True))
        if job.place:
            lines.append(_line(job.place, 128, top + 18, 9, grey=True))
        lines.append(_line(job.title, 128, top + 34, 12))
        lines.append(_line(job.text, 128, top + 52, 9))
        top += 90
    for text in hh_rest():
        is_left = len(text) < 40 and not text.startswith((" ", "Русский", "Английский"))
        lines.append(_line(text, 42.5 if is_left else 128, top, 9))
        top += 14
    return Document(
        lines=tuple(lines), media_type="application/pdf", page_size=(595.0, 842.0 + top)
    )


def _line(
    text: str, x0: float, top: float, size: float, *, is_bold: bool = False, grey: bool = False
) -> Line:
    return Line(
        text=text,
        x0=x0,
        top=top,
        x1=x0 + 5 * len(text),
        bottom=top + size,
        font_size=size,
        is_bold=is_bold,
        colour=(0.68, 0.68, 0.68) if grey else (0.0, 0.0, 0.0),
    )
