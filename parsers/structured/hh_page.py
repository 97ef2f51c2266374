"""A saved hh.ru resume page: its elements say in `data-qa` what they hold.

Names of the pages of 2019-2025, as public scrapers use them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from domain.career import newest_first
from domain.resume import Job, Reading
from parsers.fields.age import extract_age
from parsers.fields.city import extract_city
from parsers.fields.dates import find_ranges
from parsers.fields.durations import find_duration
from parsers.fields.money import read_salary
from parsers.files.limits import ParsingLimits
from parsers.layouts.normalise import one_spaced
from parsers.sections.parsing import outline_of
from parsers.structured.assembling import assemble
from parsers.text.cleaning import clean_lines
from parsers.text.document import Document, Line
from parsers.text.html.css import StyleSheet
from parsers.text.html.tree import Element, parse_html
from parsers.text.html.walking import HtmlWalker

_POSITION: Final = ("resume-block-title-position",)
_SALARY: Final = ("resume-block-salary", "resume-salary-expectation")
_JOB_TITLE: Final = ("resume-block-experience-position",)
_JOB_TEXT: Final = ("resume-block-experience-description",)
_COMPANY: Final = (
    "resume-experience-company-title",
    "resume-block-experience-company",
    "resume-block-experience-employer",
)
_PERIOD: Final = ("resume-experience-period", "resume-block-experience-time-interval")
_EXPERIENCE: Final = ("resume-block-experience", "resume-experience-block")
_EXPERIENCE_TITLE: Final = ("resume-experience-block-title",)
_SKILLS: Final = ("skills-table", "resume-block-skills", "skills-card", "skills-block")
_TAG_CLASS: Final = re.compile(r"(?:^|\s)[\w-]*tag[\w-]*(?:text|label)", re.I)
_EXPERIENCE_WORDS: Final = re.compile(r"(?:опыт работы|work experience)\D{0,20}(?=\d)", re.I)


def read_hh_page(content: bytes, limits: ParsingLimits, today: date) -> Reading | None:
    """None for a page of another make. Raises DamagedFileError, TooComplexError, NotAResumeError.

    The name, contacts and photo are not looked at.
    """
    page = _Page(parse_html(content, limits), limits)
    if not page.has(*_POSITION, *_JOB_TITLE):
        return None
    person = outline_of(page.person(), today)
    age, city = extract_age(person), extract_city(person)
    salary = page.text(*_SALARY)
    return assemble(
        {
            "age": age.value if age else None,
            "city": city.value if city else None,
            "position": page.text(*_POSITION),
            "key_skills": tuple(dict.fromkeys(page.skills())),
            "salary": read_salary(salary) if salary else None,
            "work_experience": tuple(newest_first(list(page.jobs()))),
        },
        layout="hh",
        today=today,
        total_experience_months=page.stated_months(),
        warnings=page.warnings,
    )


class _Page:
    """Finds elements by name and reads what is seen of them."""

    def __init__(self, root: Element, limits: ParsingLimits) -> None:
        self._root = root
        self._limits = limits
        self._sheet = StyleSheet(root)
        self._named: dict[str, list[Element]] = {}
        for element in root.iter():
            for name in (element.get("data-qa") or "").split():
                self._named.setdefault(name, []).append(element)
        self._warnings: dict[str, None] = {}

    @property
    def warnings(self) -> tuple[str, ...]:
        return tuple(self._warnings)

    def has(self, *names: str) -> bool:
        return any(name in self._named for name in names)

    def text(self, *names: str) -> str | None:
        """Of the first element of these names, as one line."""
        return self._one_line(next(self._find(names), None))

    def person(self) -> Document:
        """The lines about the person, worded as in hh.ru's other downloads."""
        parts = [self.text(f"resume-personal-{part}") for part in ("gender", "age", "birthday")]
        seen = dict.fromkeys(part.strip(" ,") for part in parts if part)
        about = [part for part in seen if not any(part in other != part for other in seen)]
        if (birthday := parts[2]) and birthday in about and not re.match(r"[^\W\d]", birthday):
            about[about.index(birthday)] = f"родился {birthday}"
        address = self.text("resume-personal-address")
        lines = [", ".join(about), f"Проживает: {address}" if address else ""]
        return Document(
            lines=tuple(Line(text=line, number=n) for n, line in enumerate(lines, 1) if line),
            media_type="text/html",
        )

    def stated_months(self) -> int | None:
        blocks = [self._one_line(block) for block in self._find((*_EXPERIENCE_TITLE, *_EXPERIENCE))]
        for block in filter(None, blocks):
            heading = _EXPERIENCE_WORDS.match(block)
            if heading is not None:
                return find_duration(block[heading.end() :][:40])
        return None

    def skills(self) -> Iterator[str]:
        blocks = list(self._find(_SKILLS))
        tags = [
            tag for block in blocks for tag in block.iter() if _is_tag(tag) and not _about_text(tag)
        ]
        for tag in tags or self._named.get("bloko-tag__text", []):
            if text := self._one_line(tag):
                yield text

    def jobs(self) -> Iterator[Job]:
        for title in self._find(_JOB_TITLE):
            yield self._job(title)

    def _job(self, title: Element) -> Job:
        around = _widest_with_one(title, self._named[_JOB_TITLE[0]])
        period = self._named_inside(around, _PERIOD)
        words = self._one_line(period) or " ".join(self._lines(around)[:8])
        ranges = find_ranges(one_spaced(words))
        description = self._named_inside(around, _JOB_TEXT)
        return Job(
            start=ranges[0].start if ranges else None,
            end=ranges[0].end if ranges else None,
            current=bool(ranges) and ranges[0].is_current,
            company=self._company(title, around),
            position=self._one_line(title),
            description="\n".join(self._lines(description)) or None,
        )

    def _company(self, title: Element, around: Element) -> str | None:
        """Named, or the first strong text above the title; jobs at one company share its name."""
        for element in (around, *around.iterancestors()):
            named = self._named_inside(element, _COMPANY)
            if named is not None:
                return self._one_line(named)
            if element.get("data-qa") in _EXPERIENCE:
                break
        for element in around.iter():
            if element is title:
                return None
            is_strong = "text_strong" in (element.get("class") or "")
            if (is_strong or element.get("itemprop") == "name") and self._one_line(element):
                return self._one_line(element)
        return None

    def _find(self, names: Iterable[str]) -> Iterator[Element]:
        for name in names:
            yield from self._named.get(name, [])

    def _named_inside(self, element: Element, names: Sequence[str]) -> Element | None:
        return next(
            (found for found in self._find(names) if element in found.iterancestors()), None
        )

    def _one_line(self, element: Element | None) -> str | None:
        return one_spaced(" ".join(self._lines(element))) or None

    def _lines(self, element: Element | None) -> list[str]:
        if element is None:
            return []
        walker = HtmlWalker(self._sheet, self._limits)
        walker.walk(element)
        lines, warnings = clean_lines(walker.lines)
        if walker.hidden:
            self._warnings["hidden_text"] = None
        self._warnings |= dict.fromkeys(warnings)
        return [line.text for line in lines]


def _widest_with_one(title: Element, titles: Sequence[Element]) -> Element:
    """The largest element around a job's title that holds no other job's."""
    others = {above for other in titles if other is not title for above in other.iterancestors()}
    around = title
    for above in title.iterancestors():
        if above in others or above.get("data-qa") in _EXPERIENCE or above.tag == "body":
            break
        around = above
    return around


def _is_tag(element: Element) -> bool:
    name = element.get("data-qa") or ""
    return name.endswith("tag__text") or bool(_TAG_CLASS.search(element.get("class") or ""))


def _about_text(tag: Element) -> bool:
    return any((above.get("data-qa") or "").endswith("-content") for above in tag.iterancestors())
