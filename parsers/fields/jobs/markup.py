"""Rows of resumes that were written in Markdown, without its marks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from parsers.layouts.row import Row

_QUOTE: Final = re.compile(r"^(?:>\s*)+")
_RULE: Final = re.compile(r"^[\s|:>*_=-]*$")
_IMAGE: Final = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK: Final = re.compile(r"\[(?P<text>[^\]]+)\]\((?:[^()\s]|\([^()]*\))+\)")
_STRONG: Final = re.compile(r"(?P<mark>\*\*|__)(?=\S)(?P<text>.+?)(?<=\S)(?P=mark)")
_EMPHASIS: Final = re.compile(
    r"(?<![\w*_])(?P<mark>[*_])(?=[^\s*_])(?P<text>[^*_]*[^\s*_])(?P=mark)(?![\w*_])"
)
_MARKED: Final = re.compile(r"[>*_`\[\\]")


def without_markup(rows: Sequence[Row]) -> list[Row]:
    """Quotes, links, emphasis and hard breaks go, their words stay; rules go whole."""
    cleaned = [_cleaned(row) for row in rows]
    return [row for row in cleaned if not _RULE.match(row.text)]


def _cleaned(row: Row) -> Row:
    if not _MARKED.search(row.text):
        return row
    return replace(row, text=_plain(row.text), raw=_plain(row.raw))


def _plain(text: str) -> str:
    text = _QUOTE.sub("", text.strip()).removesuffix("\\").strip()
    text = _LINK.sub(r"\g<text>", _IMAGE.sub("", text))
    text = _EMPHASIS.sub(r"\g<text>", _STRONG.sub(r"\g<text>", text))
    return text.replace("`", "").strip()
