"""Draws hh.ru's PDF export: the sizes, colours, left edges and stream order of the real one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

PAGE_WIDTH, PAGE_HEIGHT = 595, 842
LEFT, RIGHT, BULLET, DASH_ITEM = 42.5, 128, 130, 57
RIGHT_EDGE = 552
BLACK, HEADING_GREY, DATE_GREY, FOOTER_GREY = "#000000", "#adadad", "#707070", "#bcbcbc"
FONT_FOLDER = Path("/usr/share/fonts/truetype/dejavu")
NBSP = "\u00a0"


def register_fonts() -> None:
    """DejaVu Sans has Cyrillic and may be embedded; on Debian it is `fonts-dejavu-core`."""
    pdfmetrics.registerFont(TTFont("Regular", FONT_FOLDER / "DejaVuSans.ttf"))
    pdfmetrics.registerFont(TTFont("Bold", FONT_FOLDER / "DejaVuSans-Bold.ttf"))


@dataclass(frozen=True)
class HhJob:
    """`dates` are the three lines of the left cell. A break comes after the company if asked."""

    dates: tuple[str, str, str]
    company: str
    position: str
    description: tuple[str, ...]
    location: str | None = None
    industries: tuple[str, ...] = ()
    break_after_company: bool = False


@dataclass(frozen=True)
class HhResume:
    """What an export shows, block by block, in the words of its year and language."""

    producer: str
    footer: str
    name: str
    gender_line: str | None
    contacts: tuple[str, ...]
    residence: tuple[str, ...]
    position_heading: str
    position: str
    specialisations: tuple[str, ...]
    conditions: tuple[str, ...]
    salary: tuple[str, str] | None
    experience_heading: str
    jobs: tuple[HhJob, ...]
    education_heading: str
    education_level: str
    education: tuple[tuple[str, str, str], ...]
    courses_heading: str
    courses: tuple[tuple[str, str, str], ...]
    skills_heading: str
    languages_label: str
    languages: tuple[str, ...]
    skills_label: str
    skills: tuple[str, ...]
    driving: tuple[str, ...] = ()
    about_heading: str = "Дополнительная информация"
    about_label: str = "Обо мне"
    about: tuple[str, ...] = field(default=())


class HhPage:
    """A cursor over pages that writes lines as the export does."""

    def __init__(self, path: Path, resume: HhResume) -> None:
        self._canvas = Canvas(
            str(path), pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1
        )
        self._canvas.setProducer(resume.producer)
        self._canvas.setCreator("")
        self._canvas.setTitle("")
        self._footer = resume.footer
        self._owner = " ".join(resume.name.split()[:2])
        self._page = 1
        self.y = 60.0

    def text(
        self, x: float, text: str, size: float, *, bold: bool = False, colour: str = BLACK
    ) -> None:
        self._canvas.setFont("Bold" if bold else "Regular", size)
        self._canvas.setFillColor(colour)
        self._canvas.drawString(x, PAGE_HEIGHT - self.y, text)

    def wrapped(
        self, x: float, text: str, size: float, *, bold: bool = False, colour: str = BLACK
    ) -> None:
        """Writes down the page and leaves the cursor under the last line."""
        for line in wrap(text, size, bold, RIGHT_EDGE - x):
            self.text(x, line, size, bold=bold, colour=colour)
            self.down(size * 1.35)

    def right_aligned(self, text: str, size: float, *, bold: bool = False) -> None:
        width = pdfmetrics.stringWidth(text, "Bold" if bold else "Regular", size)
        self.text(RIGHT_EDGE - width, text, size, bold=bold)

    def down(self, points: float) -> None:
        self.y += points
        if self.y > PAGE_HEIGHT - 50:
            self.turn()

    def turn(self) -> None:
        self._write_footer()
        self._canvas.showPage()
        self._page += 1
        self.y = 50.0

    def close(self) -> None:
        self._write_footer()
        self._canvas.save()

    def _write_footer(self) -> None:
        below, self.y = self.y, 813.0
        owner = "" if self._page == 1 else f"{self._owner}  •  "
        self.text(LEFT, owner + self._footer, 8, colour=FOOTER_GREY)
        self.y = below


def wrap(text: str, size: float, bold: bool, width: float) -> list[str]:
    """Greedy wrapping at ordinary spaces."""
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and pdfmetrics.stringWidth(longer, "Bold" if bold else "Regular", size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def draw_hh_pdf(resume: HhResume, path: Path) -> None:
    page = HhPage(path, resume)
    _draw_header(page, resume)
    _draw_position(page, resume)
    _heading(page, resume.experience_heading)
    for job in resume.jobs:
        _draw_job(page, job)
    _draw_years(page, resume.education_heading, resume.education, resume.education_level)
    if resume.courses:
        _draw_years(page, resume.courses_heading, resume.courses, None)
    _draw_skills(page, resume)
    _draw_about(page, resume)
    page.close()


def _heading(page: HhPage, text: str) -> None:
    page.down(14)
    page.text(LEFT, text, 11, colour=HEADING_GREY)
    page.down(20)


def _draw_header(page: HhPage, resume: HhResume) -> None:
    page.wrapped(LEFT, resume.name, 25, bold=True)
    for block in ((resume.gender_line,), resume.contacts, resume.residence):
        for line in block:
            if line:
                page.wrapped(LEFT, line, 9)
        page.down(8)


def _draw_position(page: HhPage, resume: HhResume) -> None:
    _heading(page, resume.position_heading)
    top = page.y
    for line in wrap(resume.position, 12, True, 380):
        page.text(LEFT, line, 12, bold=True)
        page.down(15)
    for line in resume.specialisations:
        page.wrapped(DASH_ITEM if line[0] in "•—" else LEFT, line, 9)
    page.down(6)
    for line in resume.conditions:
        page.wrapped(LEFT, line, 9)
    if resume.salary:
        below, page.y = page.y, top
        page.right_aligned(resume.salary[0], 16, bold=True)
        page.y = top + 13
        page.right_aligned(resume.salary[1], 9)
        page.y = below


def _draw_job(page: HhPage, job: HhJob) -> None:
    if page.y > 700:
        page.turn()
    top = page.y
    for line in job.dates:
        page.text(LEFT, line, 8, colour=DATE_GREY)
        page.y += 11
    page.y = top
    page.wrapped(RIGHT, job.company, 12, bold=True)
    if job.break_after_company:
        page.turn()
    if job.location:
        page.wrapped(RIGHT, job.location, 9, colour=HEADING_GREY)
    for line in job.industries:
        page.wrapped(BULLET if line.startswith("•") else RIGHT, line, 9)
    page.down(4)
    page.wrapped(RIGHT, job.position, 12)
    for line in job.description:
        page.wrapped(RIGHT, line, 9)
    page.down(14)


def _draw_years(
    page: HhPage, heading: str, rows: Sequence[tuple[str, str, str]], level: str | None
) -> None:
    _heading(page, heading)
    if level:
        page.text(LEFT, level, 11)
        page.down(18)
    for year, school, speciality in rows:
        page.text(LEFT, year, 8, colour=DATE_GREY)
        page.wrapped(RIGHT, school, 12, bold=True)
        page.wrapped(RIGHT, speciality, 9)
        page.down(6)


def _draw_skills(page: HhPage, resume: HhResume) -> None:
    _heading(page, resume.skills_heading)
    if resume.languages:
        page.text(LEFT, resume.languages_label, 8, colour=DATE_GREY)
        for line in resume.languages:
            page.wrapped(RIGHT, line, 9)
        page.down(6)
    page.text(LEFT, resume.skills_label, 8, colour=DATE_GREY)
    for line in wrap_tags(resume.skills):
        page.text(RIGHT, line, 10)
        page.down(18)


def wrap_tags(tags: Sequence[str]) -> list[str]:
    """` SQL      Git ` : a space before, six between, one after; no tag is broken."""
    lines: list[list[str]] = [[]]
    for tag in tags:
        longer = _tag_line([*lines[-1], tag])
        if lines[-1] and pdfmetrics.stringWidth(longer, "Regular", 10) > RIGHT_EDGE - RIGHT:
            lines.append([tag])
        else:
            lines[-1].append(tag)
    return [_tag_line(line) for line in lines]


def _tag_line(tags: Sequence[str]) -> str:
    return f" {'      '.join(tags)} "


def _draw_about(page: HhPage, resume: HhResume) -> None:
    if resume.driving:
        _heading(page, resume.driving[0])
        for line in resume.driving[1:]:
            page.wrapped(LEFT, line, 9)
    if resume.about:
        _heading(page, resume.about_heading)
        page.text(LEFT, resume.about_label, 8, colour=DATE_GREY)
        for line in resume.about:
            page.wrapped(RIGHT, line, 9)
