"""Names and descriptions of jobs, made tidy."""

import re
from collections.abc import Sequence

from parsers.layouts.row import Row

_NUMBERING = re.compile(r"^\d{1,2}[.)]\s+")
_LABEL = re.compile(
    r"^(?:должность|позиция|роль|компания|организация|место работы|работодатель|название организации|"
    r"position|title|role|company|employer|organization|job title|client)\s*[:–—-]\s*",
    re.IGNORECASE,
)


def tidy_name(name: str | None) -> str | None:
    """A company or a title without list marks, labels and loose punctuation."""
    if name is None:
        return None
    name = _LABEL.sub("", _NUMBERING.sub("", name.strip()))
    name = name.strip(" ,;:|•·–—-/")
    if name.endswith(".") and name.count(".") == 1:
        name = name[:-1]
    return name or None


def description_of(rows: Sequence[Row]) -> str | None:
    """The rows as text, a line each."""
    text = "\n".join(row.text for row in rows).strip()
    return text or None
