"""Document to resume: rows, furniture, layout, sections, fields, verdict."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final

from domain.career import total_months
from domain.errors import NotAResumeError
from domain.fields import FieldName
from domain.resume import FieldEvidence, Reading, Resume
from parsers.fields.age import extract_age
from parsers.fields.city import extract_city
from parsers.fields.client_name import extract_client_name
from parsers.fields.key_skills import extract_key_skills
from parsers.fields.position import extract_position
from parsers.fields.privacy import (
    personal_texts,
    without_personal_data,
    without_personal_words,
)
from parsers.fields.salary import extract_salary
from parsers.fields.total_experience import extract_total_experience_months
from parsers.fields.words import role_strength
from parsers.fields.work_experience import extract_work_experience
from parsers.layouts.found import Found
from parsers.layouts.row import Row, rows_of
from parsers.layouts.section import Layout, Outline, Section, SectionName
from parsers.sections.columns import restore_columns
from parsers.sections.furniture import remove_furniture
from parsers.sections.grouping import group_sections
from parsers.sections.ocr_repairs import mend_recognised
from parsers.sections.own_lines import with_marked_labels
from parsers.sections.recognising import recognise_language, recognise_layout
from parsers.sections.reordering import restore_order
from parsers.sections.untangling import untangle_columns
from parsers.sections.verdict import is_resume
from parsers.text.document import READ_BY_OCR, Document

_NAME: Final = re.compile(r"[A-ZА-ЯЁ][\w-]+(?: [A-ZА-ЯЁ][\w-]+){1,2}")
_SIDE_LABEL: Final = re.compile(
    r"^(?P<label>Знание языков|Навыки|Обо мне|Languages|Skills|About me)\s+(?P<rest>\S.*)$"
)


def parse_document(document: Document, today: date) -> Reading:
    """Reads all fields with their places; raises NotAResumeError for another kind of text."""
    outline = outline_of(document, today)
    found: Mapping[FieldName, Found[Any] | None] = {
        "age": extract_age(outline),
        "city": extract_city(outline),
        "position": extract_position(outline),
        "key_skills": extract_key_skills(outline),
        "client_name": extract_client_name(outline),
        "salary": extract_salary(outline),
        "work_experience": extract_work_experience(outline),
    }
    values = {field: read.value for field, read in found.items() if read is not None}
    total = extract_total_experience_months(outline)
    if total is None:
        total = total_months(values.get("work_experience", ()), outline.today)
    resume = Resume(
        **values,
        total_experience_months=total,
        language=outline.language,
        layout=outline.layout.value,
        warnings=document.warnings,
    )
    if not is_resume(outline, resume):
        raise NotAResumeError
    secrets = personal_texts(outline)
    resume = without_personal_data(resume, secrets)
    evidence: dict[FieldName, FieldEvidence] = {
        field: read.evidence(partial(without_personal_words, secrets=secrets))
        for field, read in found.items()
        if read is not None
    }
    return Reading(resume=resume, evidence=evidence)


def outline_of(document: Document, today: date) -> Outline:
    """The document as sections of a known layout and language."""
    rows: Sequence[Row] = rows_of(document)
    if READ_BY_OCR in document.warnings:
        rows = mend_recognised(rows)
    layout = recognise_layout(rows)
    cleaned = remove_furniture(document, rows)
    ordered = list(cleaned.rows)
    if layout is Layout.HH:
        ordered = _split_side_labels(restore_columns(ordered))
    else:
        ordered = restore_order(untangle_columns(ordered))
    if layout is Layout.FREE:
        ordered = with_marked_labels(ordered)
    return Outline(
        sections=_with_header(group_sections(ordered, layout)),
        layout=layout,
        language=recognise_language(ordered),
        today=cleaned.updated or today,
    )


def _with_header(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Design tools write the name and contacts last: they become the header again."""
    first, last = sections[0], sections[-1]
    if (
        first.rows
        or len(sections) < 3
        or any(section.name is SectionName.HEADER and section.rows for section in sections)
    ):
        return sections
    start = next((i for i, row in enumerate(last.rows) if _NAME.fullmatch(row.text)), None)
    if start is None or role_strength(last.rows[start].text):
        return sections
    header = replace(first, rows=last.rows[start:])
    return (header, *sections[1:-1], replace(last, rows=last.rows[:start]))


def _split_side_labels(rows: list[Row]) -> list[Row]:
    """`Обо мне Текст`: hh.ru's side labels that an extractor put on their text's line."""
    split: list[Row] = []
    in_skills = False
    for row in rows:
        match = _SIDE_LABEL.match(row.text)
        label = match["label"].lower() if match else ""
        in_skills = in_skills or row.text.lower() in (
            "ключевые навыки",
            "навыки",
            "key skills",
            "skills",
        )
        is_about = label in ("обо мне", "about me") and bool(split)
        is_label = (
            match is not None
            and not row.is_bullet
            and (is_about or (in_skills and label not in ("обо мне", "about me")))
            and not (match["rest"][0].islower() and "  " not in row.raw.strip())
        )
        if match is None or not is_label:
            split.append(row)
            continue
        raw = row.raw.lstrip()[len(match["label"]) :]
        line = replace(
            row.line, words=tuple(word for word in row.line.words if word.text != match["label"])
        )
        split.append(replace(row, text=match["label"], raw=match["label"]))
        split.append(replace(row, text=match["rest"], raw=raw, line=line))
    return split
