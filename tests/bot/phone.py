"""What a phone shows of a button: Telegram cuts a label that is wider than its button."""

from functools import cache
from pathlib import Path

import matplotlib
from aiogram.types import InlineKeyboardMarkup
from PIL import ImageFont

# A phone of 360 points: the keyboard is as wide as the message above it, at least this wide.
_KEYBOARD_POINTS = 300
_GAP_POINTS = 4
_PADDING_POINTS = 16
_FONT_POINTS = 14
_ROBOTO_TO_DEJAVU = 0.87
"""Phones write in Roboto or San Francisco, which are narrower than the font that is here."""
_EMOJI_POINTS = 18
_FIRST_EMOJI = 0x2190
_JOINERS = frozenset({0xFE0F, 0x200D})


@cache
def _font() -> ImageFont.FreeTypeFont:
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    return ImageFont.truetype(str(fonts / "DejaVuSans.ttf"), _FONT_POINTS)


def label_points(label: str) -> float:
    """The width of a label in points."""
    letters = "".join(one for one in label if ord(one) < _FIRST_EMOJI)
    emoji = sum(ord(one) >= _FIRST_EMOJI and ord(one) not in _JOINERS for one in label)
    return _font().getlength(letters) * _ROBOTO_TO_DEJAVU + emoji * _EMOJI_POINTS


def cut_labels(markup: InlineKeyboardMarkup | None) -> list[str]:
    """The labels that do not fit their buttons."""
    rows = markup.inline_keyboard if markup else []
    return [
        button.text
        for row in rows
        for button in row
        if label_points(button.text) > button_points(len(row))
    ]


def button_points(in_row: int) -> float:
    """How much of a label a button shows that is one of so many in a row."""
    return (_KEYBOARD_POINTS - _GAP_POINTS * (in_row - 1)) / in_row - _PADDING_POINTS
