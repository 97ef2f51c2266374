"""Markdown inside lines: people send the README of their profile as a resume.

Marks of whole lines (`## Heading`, `**bold**`) tell looks and are read with the row.
"""

import re
from typing import Final

_LINK: Final = re.compile(r"!?\[(?P<shown>[^\[\]]*)\]\([^()\s]*\)")
_BADGES: Final = re.compile(r"(?<=\))[ \t]*(?=!\[)")
_NEIGHBOURS: Final = re.compile(r"(?<=`)[ \t]+(?=`)")
_CODE: Final = re.compile(r"`([^`]+)`")
_BOLD: Final = re.compile(r"\*\*(?=\S)(?P<text>[^*]+?)(?<=\S)\*\*(?=.*\S)")
_LED_BOLD: Final = re.compile(r"(?<=\S\s)\*\*(?=\S)(?P<text>[^*]+?)(?<=\S)\*\*")
_QUOTE: Final = re.compile(r"^\s*>(?:\s+|$)")
_RULE: Final = re.compile(r"^[\s|:*_=-]*(?:---|===|\*\*\*|___)[\s|:*_=-]*$")
_BREAK: Final = re.compile(r"(?<=[\w*])\s*\\$")


def without_markup(text: str) -> str:
    """The text that a page would show; neighbouring `code` words become a list."""
    if _RULE.match(text):
        return ""
    text = _BREAK.sub("", _QUOTE.sub("", text))
    if "](" in text:
        text = _LINK.sub(lambda link: link["shown"], _BADGES.sub("; ", text))
    if "`" in text:
        text = _CODE.sub(r"\1", _NEIGHBOURS.sub("; ", text))
    if "**" in text:
        text = _LED_BOLD.sub(r"\g<text>", _BOLD.sub(r"\g<text>", text))
    return text
