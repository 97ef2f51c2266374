"""What the bot may say to anybody, whatever was said to it."""

import logging
from collections.abc import Iterator, Sequence
from typing import Any, Final

from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerInlineQuery,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.types import InlineKeyboardMarkup, InputTextMessageContent

from sandbox.telegram.formatted_text import utf16_length
from sandbox.telegram.html_mode import parse_html
from tests.hostile.updates import SECRET

_TEXT_UNITS: Final = 4096
_CAPTION_UNITS: Final = 1024
_TOAST_UNITS: Final = 200
_DATA_BYTES: Final = 64
_ROW_BUTTONS: Final = 8


class Listener(logging.Handler):
    """Keeps what is logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        trace = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
        self.heard.append(f"{record.name}: {record.getMessage()}\n{trace}")


def judge(calls: Sequence[TelegramMethod[Any]]) -> None:
    """Fails for what Telegram would refuse, and for a word about somebody else."""
    for call in calls:
        assert SECRET not in str(call), f"another person's data: {call!r}"
        for markup, limit in _texts(call):
            text = parse_html(markup).text
            text.encode()
            assert 0 < utf16_length(text.strip()) <= limit, (len(text), call)
        if isinstance(call, AnswerCallbackQuery) and call.text is not None:
            assert 0 < utf16_length(call.text) <= _TOAST_UNITS, call
        keyboard = getattr(call, "reply_markup", None)
        if isinstance(keyboard, InlineKeyboardMarkup):
            _judge_buttons(keyboard)


def _texts(call: TelegramMethod[Any]) -> Iterator[tuple[str, int]]:
    match call:
        case SendMessage() | EditMessageText():
            yield call.text or "", _TEXT_UNITS
        case SendPhoto() | SendDocument() | EditMessageCaption():
            if call.caption is not None:
                yield call.caption, _CAPTION_UNITS
        case EditMessageMedia():
            if call.media.caption is not None:
                yield call.media.caption, _CAPTION_UNITS
        case AnswerInlineQuery():
            for result in call.results:
                content = getattr(result, "input_message_content", None)
                if isinstance(content, InputTextMessageContent):
                    yield content.message_text, _TEXT_UNITS


def _judge_buttons(keyboard: InlineKeyboardMarkup) -> None:
    for row in keyboard.inline_keyboard:
        assert len(row) <= _ROW_BUTTONS, row
        for button in row:
            button.text.encode()
            assert button.text.strip(), "a button without words"
            assert len((button.callback_data or "").encode()) <= _DATA_BYTES, button
