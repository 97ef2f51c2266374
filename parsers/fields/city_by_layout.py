"""Where known layouts put the city."""

import re
from typing import Final

from parsers.fields.addresses import CONTACT, REGION, clean_place, first_part
from parsers.fields.gazetteer import is_country, is_plain_city, is_state
from parsers.layouts.found import BY_LAYOUT, BY_SHAPE, Found
from parsers.layouts.row import Row
from parsers.layouts.section import Layout, Outline, SectionName

_HH_RESIDENCE: Final = re.compile(
    r"^(?!(?i:(?:не )?готов|(?:not )?(?:ready|prepared|willing)))(?P<city>[А-ЯЁA-Z][^,:•]{1,40}?)"
    r"(?:,\s*м\.\s[^,]+)?,\s+(?:(?:не\s+)?готов[аы]?|(?:not\s+)?(?:ready|prepared|willing))\s"
)
_HEADER_REACH: Final = 25


def city_by_layout(outline: Outline) -> Found[str] | None:
    for row in outline.all_rows:
        if outline.layout is Layout.INDEED and "email me on indeed" in row.text.lower():
            city = first_part(re.split(r"\s[-–—]\s*e-?mail", row.text, flags=re.IGNORECASE)[0])
            return Found(city, row, BY_LAYOUT) if city else None
        if outline.layout is Layout.FACULTETUS and re.match(r"полных лет", row.text, re.IGNORECASE):
            parts = [part.strip() for part in row.text.split(",")[1:]]
            city = next(
                (part for part in reversed(parts) if part and not REGION.search(part)), None
            )
            return Found(clean_place(city), row, BY_LAYOUT) if city else None
    if outline.layout is Layout.LINKEDIN:
        return _linkedin_location(outline)
    return _hh_residence(outline) if outline.layout is Layout.HH else None


def _hh_residence(outline: Outline) -> Found[str] | None:
    """hh.ru's pages: `Энгельс, не готов к переезду, ...` without a label."""
    for row in outline.rows(SectionName.HEADER)[:_HEADER_REACH]:
        match = _HH_RESIDENCE.match(row.text)
        if match is not None and not is_country(match["city"]):
            return Found(match["city"], row, BY_LAYOUT)
    return None


def _linkedin_location(outline: Outline) -> Found[str] | None:
    """The line under the headline: `City, State, Country`, nearest to the main column."""
    header: list[Row] = []
    for section in outline.sections:
        if section.name in (SectionName.ABOUT, SectionName.EXPERIENCE):
            break
        header.extend(section.rows)
    for row in reversed(header):
        parts = [part.strip() for part in row.text.split(",")]
        if len(parts) > 4 or CONTACT.search(row.text) or len(row.text) > 80:
            continue
        if (len(parts) > 1 and (is_country(parts[-1]) or is_state(parts[-1]))) or (
            len(parts) == 1 and is_plain_city(parts[0])
        ):
            city = None if is_country(parts[0]) or is_state(parts[0]) else parts[0]
            return Found(_strip_area(city), row, BY_LAYOUT) if city else None
        if (
            re.search(r"\b(?:area|region|metropolitan)\b", row.text, re.IGNORECASE)
            and len(parts) == 1
        ):
            return Found(_strip_area(row.text), row, BY_SHAPE)
    return None


def _strip_area(city: str) -> str:
    return re.sub(
        r"^greater\s+|\s+(?:bay\s+|metropolitan\s+|metro\s+)?(?:area|region)$",
        "",
        city,
        flags=re.IGNORECASE,
    )
