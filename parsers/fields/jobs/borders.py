"""Where the jobs of a section end although no heading was recognised."""

import re
from collections.abc import Sequence
from typing import Final

from parsers.fields.words import role_strength
from parsers.layouts.row import Row

_OTHER_SECTION: Final = re.compile(
    r"^(?:высшее |дополнительное |избранные |selected )?(?:образование|обучение|сертификат\w*|"
    r"публикации|гранты|патенты|преподавание|курсы|повышение квалификации|хакатон\w*|"
    r"волонт[её]р\w*|олимпиад\w*|конференции|награды|"
    r"education|certificat\w+|certifications?|publications?|grants?|patents?|teaching|courses?|"
    r"hackathons?|volunteer\w*|board service|community service|awards?|conferences?|"
    r"military service)"
    r"(?:[,/ ]+(?:и|and|&)?\s*[\w-]+){0,3}$",
    re.IGNORECASE,
)
_MAX_WORDS: Final = 5
_SURE: Final = 2


def without_other_sections(rows: Sequence[Row]) -> list[Row]:
    """The rows down to the first that looks and reads as another section's heading."""
    for index, row in enumerate(rows):
        if index and _is_heading(row):
            return list(rows[:index])
    return list(rows)


def _is_heading(row: Row) -> bool:
    text = row.text.rstrip(":")
    if row.is_bullet or row.line.cell is not None or len(text.split()) > _MAX_WORDS:
        return False
    stands_out = row.is_bold or text.isupper() or (row.after_gap and not row.text.endswith(":"))
    return stands_out and bool(_OTHER_SECTION.match(text)) and role_strength(text) < _SURE
