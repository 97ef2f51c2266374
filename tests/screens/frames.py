"""One thing that the bot shows, ready to be drawn: text as safe HTML, picture, buttons."""

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.types import InlineKeyboardMarkup, Message
from PIL import Image

from sandbox.control.rendering import render_html
from sandbox.telegram.html_mode import parse_html

_PICTURE_WIDTH = 400
_PICTURE_QUALITY = 60


@dataclass(frozen=True)
class Frame:
    """`about` is the small line above: how it came. `html` is safe. A toast has no buttons;
    what is `is_ours` a person wrote, not the bot."""

    about: str
    html: str
    buttons: Sequence[Sequence[str]] = ()
    picture: str = ""
    is_toast: bool = False
    is_ours: bool = False


def frame_of(about: str, message: Message, picture: bytes | None = None) -> Frame:
    """A message as it was sent, with the bytes of its picture where it has one."""
    return Frame(
        about,
        safe_html(message.text or message.caption or ""),
        _labels(message.reply_markup),
        small_picture(picture) if picture else "",
    )


def safe_html(markup: str) -> str:
    """Telegram's markup as a page may show it; raises where Telegram would refuse it."""
    return render_html(parse_html(markup))


def _labels(markup: InlineKeyboardMarkup | None) -> list[list[str]]:
    return [[button.text for button in row] for row in markup.inline_keyboard] if markup else []


def small_picture(content: bytes) -> str:
    """A data URI, small enough for the docs."""
    with Image.open(io.BytesIO(content)) as picture:
        height = round(picture.height * _PICTURE_WIDTH / picture.width)
        small = picture.convert("RGB").resize((_PICTURE_WIDTH, height))
    buffer = io.BytesIO()
    small.save(buffer, "WEBP", quality=_PICTURE_QUALITY)
    return "data:image/webp;base64," + base64.b64encode(buffer.getvalue()).decode()
