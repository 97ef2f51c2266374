"""What an RTF file declares before its text: encodings of fonts, and colours."""

import codecs
import re

_CODE_PAGE = re.compile(r"\\ansicpg(\d{1,5})")
_FONT = re.compile(r"\\f(\d{1,5})(?![\w])[^{}]*?\\fcharset(\d{1,3})")
_COLOUR_TABLE = re.compile(r"\{\\colortbl([^{}]*)\}")
_COLOUR = re.compile(r"\\(red|green|blue)(\d{1,3})")
_HEAD_CHARACTERS = 200_000

_OF_CHARSET = {204: "cp1251", 238: "cp1250", 161: "cp1253", 162: "cp1254", 186: "cp1257"}
_OF_CODE_PAGE = {10000: "mac-roman", 10007: "mac-cyrillic", 65001: "utf-8"}
_USUAL = "cp1252"

Rgb = tuple[float, float, float]


def document_encoding(source: str) -> str:
    match = _CODE_PAGE.search(source[:_HEAD_CHARACTERS])
    if match is None:
        return _USUAL
    number = int(match[1])
    name = _OF_CODE_PAGE.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return _USUAL


def font_encodings(source: str) -> dict[int, str]:
    """Of the fonts whose character set is one of its own."""
    return {
        int(number): _OF_CHARSET[int(charset)]
        for number, charset in _FONT.findall(source[:_HEAD_CHARACTERS])
        if int(charset) in _OF_CHARSET
    }


def colour_table(source: str) -> list[Rgb | None]:
    """By index; None is the default colour."""
    match = _COLOUR_TABLE.search(source[:_HEAD_CHARACTERS])
    if match is None:
        return []
    colours: list[Rgb | None] = []
    for entry in match[1].split(";")[:-1]:
        parts = {name: min(255, int(value)) / 255 for name, value in _COLOUR.findall(entry)}
        whole = len(parts) == 3
        colours.append((parts["red"], parts["green"], parts["blue"]) if whole else None)
    return colours
