"""Values with names to a reading."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Literal

from pydantic import ValidationError

from domain.career import total_months
from domain.errors import NotAResumeError
from domain.fields import FieldName
from domain.resume import FieldEvidence, Reading, Resume
from parsers.layouts.found import LABELLED

_CYRILLIC: Final = re.compile(r"[а-яё]", re.I)
_LATIN: Final = re.compile(r"[a-z]", re.I)


def assemble(
    values: Mapping[FieldName, Any],
    *,
    layout: str,
    today: date,
    total_experience_months: int | None = None,
    warnings: tuple[str, ...] = (),
) -> Reading:
    """Raises NotAResumeError where no field is told, or one that no resume can have."""
    told = {name: value for name, value in values.items() if value not in (None, (), "")}
    total = total_experience_months
    if total is None:
        total = total_months(told.get("work_experience", ()), today)
    try:
        resume = Resume(
            **told,
            total_experience_months=total,
            language=language_of(told),
            layout=layout,
            warnings=warnings,
        )
    except ValidationError as error:
        raise NotAResumeError from error
    if resume.is_blank():
        raise NotAResumeError
    evidence = {name: FieldEvidence(confidence=LABELLED) for name in told}
    return Reading(resume=resume, evidence=evidence)


def language_of(told: Mapping[FieldName, Any]) -> Literal["ru", "en"]:
    """Of the words in the fields: names of tools are Latin in both languages."""
    text = " ".join(str(value) for value in told.values())
    return "ru" if 4 * len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text)) else "en"
