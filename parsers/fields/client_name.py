"""The company that the candidate is meant for: a resume all but never names it."""

import re
from typing import Final

from parsers.layouts.found import LABELLED, Found
from parsers.layouts.section import Outline, SectionName

_LABEL: Final = re.compile(
    r"^(?:клиент|заказчик|client(?: name)?|customer)\s*[:–—]\s*(?P<name>\S.{1,80})$", re.IGNORECASE
)
_NEAR_TOP: Final = 15


def extract_client_name(outline: Outline) -> Found[str] | None:
    """Only a labelled line above the resume itself; customers of past projects don't count."""
    for row in outline.rows(SectionName.HEADER)[:_NEAR_TOP]:
        match = _LABEL.match(row.text)
        if match is not None:
            return Found(match["name"].strip(" .;"), row, LABELLED)
    return None
