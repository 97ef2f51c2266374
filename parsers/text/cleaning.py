"""Repairs that every format needs: what extraction, fonts and tricks do to characters.

No-break spaces stay: in some layouts they tell where a skill ends.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace

from parsers.text.document import Line, Word

ZERO_WIDTH = "zero_width"
MOJIBAKE = "mojibake_repaired"
LOOK_ALIKES = "look_alike_letters"

_ZERO_WIDTH = (
    "\u200b\u200c\u200d\u2060-\u2064\ufeff\u200e\u200f\u202a-\u202e\u2066-\u206f\u180e"
    "\u115f\u1160\u3164\uffa0\U000e0000-\U000e007f"
)
_ANY_ZERO_WIDTH = re.compile(f"[{_ZERO_WIDTH}]")
_ZERO_WIDTH_IN_WORD = re.compile(
    f"(?<=[^\\W_])[{_ZERO_WIDTH}]+(?=[^\\W_])"
    "|[\u202d\u202e]|(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0020-\U000e007e]{2}"
)
"""Inside a word; and anywhere what turns the direction of letters about, and Unicode's tag
characters, which spell unseen text (a flag's emoji ends with some)."""
_LINE_END_HYPHEN = re.compile(r"(?<=\w)\u00ad\s*$")
_SYMBOL_BULLETS = re.compile("[\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\ufffd-\uffff\ue000-\uf8ff]")
_UNUSUAL = re.compile(
    "[^\t\n\r -~\u00a0\u00a7\u00ab\u00b7\u00bb\u0401\u0410-\u044f\u0451"
    "\u2013-\u2026\u20ac\u20bd\u2116]"
)
"""Anything but the characters of plain Russian and English text, which need no repair."""
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2212": "-"})

_LETTER_SPACED = re.compile(r"(?:\w(?: \w)+)(?:\s{2,}\w(?: \w)+)*")
_MIN_SPACED_LETTERS = 4

_T2A = {
    "\x10": "“",
    "\x11": "”",
    "\x15": "–",
    "\x16": "—",
    "\x9c": "Ё",
    "\x9d": "№",
    "\xbc": "ё",
    "\xbe": "«",
    "\xbf": "»",
}
"""Where LaTeX's Cyrillic encoding differs from Windows-1251, which has no Russian letter there."""
_LATIN1_LETTERS = re.compile("[\u00c0-\u00ff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z]")
_SCRIPTS_MEET = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
_MIXED_WORD = re.compile(r"[A-Za-z\u0400-\u04ff]{3,}")
_LATIN_TWINS = "ABCEHKMOPTXaceopxy"
_CYRILLIC_TWINS = "АВСЕНКМОРТХасеорху"
_TO_LATIN = str.maketrans(_CYRILLIC_TWINS, _LATIN_TWINS)
_TO_CYRILLIC = str.maketrans(_LATIN_TWINS, _CYRILLIC_TWINS)
_MIN_LOOK_ALIKES = 3
"""One such word is a slip of the keyboard layout; a trick needs several."""


def clean_lines(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Repaired lines, numbered from 1 on each page, and warnings."""
    whole = "\n".join(line.text for line in lines)
    warnings: list[str] = []
    if _ZERO_WIDTH_IN_WORD.search(whole):
        warnings.append(ZERO_WIDTH)
    repairs: list[Callable[[str], str]] = [_clean]
    if _is_mojibake(whole):
        warnings.append(MOJIBAKE)
        repairs.insert(0, _read_as_cp1251)
    if _count_look_alikes(whole) >= _MIN_LOOK_ALIKES:
        warnings.append(LOOK_ALIKES)
    return _number(lines, repairs), tuple(warnings)


def clean_text(text: str) -> str:
    """The same repairs for a text without lines of its own, such as hidden text."""
    return _clean(text)


def _count_look_alikes(whole: str) -> int:
    if not _SCRIPTS_MEET.search(whole):
        return 0
    return sum(_untwin(word) != word for word in _MIXED_WORD.findall(whole))


def _repair(line: Line, number: int, repairs: Sequence[Callable[[str], str]]) -> Line:
    text = _apply(line.text, repairs)
    if text == line.text:
        return line if number == line.number else replace(line, number=number)
    words = tuple(
        Word(repaired, word.x0, word.x1)
        for word in line.words
        if (repaired := _apply(word.text, repairs))
    )
    return replace(line, text=text, words=words, number=number)


def _apply(text: str, repairs: Sequence[Callable[[str], str]]) -> str:
    for repair in repairs:
        text = repair(text)
    return text


def _number(lines: Sequence[Line], repairs: Sequence[Callable[[str], str]]) -> tuple[Line, ...]:
    """Repaired lines. Empty ones count, as in an editor, but are left out."""
    numbered: list[Line] = []
    page, number = 0, 0
    for line in lines:
        number = number + 1 if line.page == page else 1
        page = line.page
        repaired = _repair(line, number, repairs)
        if repaired.text.strip():
            numbered.append(repaired)
    return tuple(numbered)


def _clean(text: str) -> str:
    if _UNUSUAL.search(text):
        text = _clean_unusual(text)
    if _SCRIPTS_MEET.search(text):
        text = _MIXED_WORD.sub(lambda match: _untwin(match[0]), text)
    return _close_letter_spacing(text)


def _clean_unusual(text: str) -> str:
    if _SURROGATES.search(text):  # halves of a character that a font maps apart
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    text = _LINE_END_HYPHEN.sub("-", text)
    text = _ANY_ZERO_WIDTH.sub("", _SYMBOL_BULLETS.sub("•", text))
    text = _UNREADABLE.sub("", text).translate(_HYPHENS)
    text = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return unicodedata.normalize("NFC", text)


def _close_letter_spacing(text: str) -> str:
    """`О П Ы Т  Р А Б О Т Ы`, as design tools set headings, to words."""
    bare = text.strip()
    if bare[1:2] != " ":
        return text
    letters = bare.replace(" ", "")
    if len(letters) < _MIN_SPACED_LETTERS or not _LETTER_SPACED.fullmatch(bare):
        return text
    return " ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", bare))


def _untwin(word: str) -> str:
    """A word of both scripts in the script that alone can spell it, else as it is."""
    cyrillic, latin = _CYRILLIC.findall(word), _LATIN.findall(word)
    if not cyrillic or not latin:
        return word
    cyrillic_only = [letter for letter in cyrillic if letter not in _CYRILLIC_TWINS]
    latin_only = [letter for letter in latin if letter not in _LATIN_TWINS]
    if latin_only and not cyrillic_only:
        return word.translate(_TO_LATIN)
    if cyrillic_only and not latin_only:
        return word.translate(_TO_CYRILLIC)
    return word


def _is_mojibake(text: str) -> bool:
    """Fonts without a Unicode map give cp1251 bytes as Latin-1 letters (`Îïûò` for `Опыт`)."""
    odd = len(_LATIN1_LETTERS.findall(text))
    return odd >= 20 and odd > 4 * len(_CYRILLIC.findall(text)) and odd > len(_LATIN.findall(text))


def _read_as_cp1251(text: str) -> str:
    return "".join(_cp1251(char) for char in text)


def _cp1251(char: str) -> str:
    if char in _T2A:
        return _T2A[char]
    if not "\u0080" <= char <= "\u00ff" or char == "\u00a0":
        return char
    return char.encode("latin-1").decode("cp1251", errors="replace")
