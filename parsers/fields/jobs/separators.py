"""What people put between the title and the company of one line."""

import re
from typing import Final

SLASH_SPLIT: Final = re.compile(r"\s+//?\s+")

DASH_SPLIT: Final = re.compile(r"\s+[–—-]{1,2}\s+|\s*[–—]\s+|\s*:\s+")

COMMA_SPLIT: Final = re.compile(
    r"\s*,\s+|(?<!\bим)(?<!\bул)(?<!\bсв)(?<!\bпр)"
    r"(?:(?<=[а-яa-z]{2})|(?<=[»\"\x00])|(?<=№ \d)|(?<=№\d)|(?<=№ \d\d)|(?<=№ \d\d\d))"
    r"\.\s+(?=[А-ЯЁA-Z«\"])"
)
_ENCLOSED: Final = re.compile(r"\([^()]*\)|«[^«»]*»|\"[^\"]*\"|“[^“”]*”")


def split_outside_brackets(separator: re.Pattern[str], text: str) -> list[str]:
    """The parts of a text; what stands in brackets or quotes stays whole."""
    hidden = _ENCLOSED.sub(lambda found: "\x00" * len(found[0]), text)
    parts, start = [], 0
    for border in separator.finditer(hidden):
        parts.append(text[start : border.start()])
        start = border.end()
    return [*parts, text[start:]]
