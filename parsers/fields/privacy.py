"""What the score does not need is dropped at this door: names, contacts, street addresses."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from domain.resume import Job, Resume
from parsers.fields.contacts import BARE_HANDLE, CUT, without_contacts
from parsers.fields.dates import find_ranges
from parsers.fields.gazetteer import is_city, is_country
from parsers.fields.words import EDUCATION, company_strength, role_strength
from parsers.layouts.row import Row
from parsers.layouts.section import Outline, SectionName

_NAME: Final = re.compile(r"[A-ZА-ЯЁ][\w'’-]+(?:\s+(?:[A-ZА-ЯЁ][\w'’-]+|[A-ZА-ЯЁ]\.)){1,3}")
_NAME_LABEL: Final = re.compile(
    r"^(?:фио|ф\.\s?и\.\s?о\.?|имя|фамилия,? имя,? отчество|name|full name)\s*[:–—\t-]*\s*", re.I
)
_STREET: Final = re.compile(
    r"(?<!\w)(?:ул(?:\.|ица)|пр(?:-?к?т|осп)?\.|проспект|пер(?:\.|еулок)|бульвар|б-р|шоссе|наб\.|"
    r"набережная|мкр\.?|микрорайон)\s?[А-ЯЁ0-9][\w -]{1,40}"
    r"(?:,?\s*(?:д\.?|дом|корп\.?|кв\.?|стр\.?)?"
    r"\s*\d+\w*){0,4}"
    r"|\d{1,5}\s+(?:[A-Z][\w']+\s+){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|"
    r"Blvd|Court|Ct)\b\.?"
)
_HEADER_REACH: Final = 12
_MIN_NAME: Final = 5


def without_personal_data(resume: Resume, secrets: Sequence[str] = ()) -> Resume:
    """The resume with `…` for contacts and for `secrets`: texts that only tell who it is."""
    hidden = _pattern_of(secrets)
    return resume.model_copy(
        update={
            "city": _named(resume.city, hidden),
            "position": _named(resume.position, hidden),
            "key_skills": tuple(
                skill for skill in resume.key_skills if _shown(skill, hidden) == skill
            ),
            "client_name": _named(resume.client_name, hidden),
            "salary": resume.salary
            and resume.salary.model_copy(update={"text": _shown(resume.salary.text, hidden)}),
            "work_experience": tuple(_anonymous(job, hidden) for job in resume.work_experience),
        }
    )


def without_personal_words(text: str, secrets: Sequence[str]) -> str:
    """One text with `…` for contacts and for `secrets`."""
    return _shown(text, _pattern_of(secrets))


def personal_texts(outline: Outline) -> list[str]:
    """The person's name and street as their resume writes them."""
    rows = outline.rows(SectionName.HEADER)[:_HEADER_REACH]
    personal = outline.rows(SectionName.PERSONAL)
    above = takewhile(lambda row: not find_ranges(row.text), rows)  # Jobs name companies.
    name = next((name for row in (*above, *personal) if (name := _name_in(row))), None)
    others = (
        match[0]
        for row in (*rows, *personal)
        for pattern in (_STREET, BARE_HANDLE)
        for match in pattern.finditer(row.text)
    )
    return [*(_forms(name) if name else ()), *others]


def _name_in(row: Row) -> str | None:
    """The first words that can only be a name; a role or a town is none."""
    label = _NAME_LABEL.match(row.text)
    if label is not None:
        match = _NAME.match(row.text[label.end() :])
        return match[0] if match else None
    first = re.split(r"\s[–—|·•-]\s|,\s", row.text)[0]
    if not _NAME.fullmatch(first) or role_strength(first) or is_city(first):
        return None
    if company_strength(first):
        return None
    return None if is_country(first) or EDUCATION.search(first) else first


def _forms(name: str) -> Iterator[str]:
    """`Лунина Вера Петровна` is also `Вера Лунина` and `Лунина В. П.`."""
    yield name
    words = [word for word in name.split() if len(word) > 2]
    if len(words) < 2:
        return
    first, second = words[0], words[1]
    yield from (f"{first} {second}", f"{second} {first}")
    if len(words) > 2:
        yield from (f"{second} {words[2]}", f"{second} {words[2]} {first}")
    yield from (f"{first} {second[0]}.", f"{second} {first[0]}.", f"{second[0]}. {first}")


def _pattern_of(secrets: Sequence[str]) -> re.Pattern[str] | None:
    texts = sorted({text for text in secrets if len(text) >= _MIN_NAME}, key=len, reverse=True)
    if not texts:
        return None
    escaped = (r"\s+".join(map(re.escape, text.split())) for text in texts)
    return re.compile(rf"(?<!\w)(?:{'|'.join(escaped)})(?:\s?[A-ZА-ЯЁ]\.){{0,2}}", re.IGNORECASE)


def _shown(text: str, hidden: re.Pattern[str] | None) -> str:
    cut = without_contacts(text)
    return hidden.sub(CUT, cut) if hidden is not None else cut


def _named(text: str | None, hidden: re.Pattern[str] | None) -> str | None:
    """A short field without what was cut; None where nothing else is left."""
    if text is None:
        return None
    rest = _shown(text, hidden).replace(CUT, " ")
    kept = " ".join(rest.split()).strip(" ,;|•·/–—-()")
    return text if rest == text else kept or None


def _anonymous(job: Job, hidden: re.Pattern[str] | None) -> Job:
    return job.model_copy(
        update={
            "company": _named(job.company, hidden),
            "position": _named(job.position, hidden),
            "description": job.description and (_shown(job.description, hidden) or None),
        }
    )
