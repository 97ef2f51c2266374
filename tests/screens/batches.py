"""The one message of a batch at each step of its way."""

from dataclasses import replace

from aiogram.types import InlineKeyboardMarkup

from bot.i18n import Html, Translator
from bot.replies.batch_buttons import photos_keyboard, progress_keyboard
from bot.replies.ranking import Page, failures_page, progress_text, ready_text, table_page
from tests.bot.batch.results import result, vacancy
from tests.screens.frames import Frame, safe_html
from usecases.batches.progress import BatchProgress

_CANDIDATES = 24
_FAILURES = 8
_NOISE = 0.015


def batch_frames(translator: Translator) -> list[Frame]:
    """From the first file to the table, its pages, and what has no score."""
    made = result(_CANDIDATES, _FAILURES, noise=_NOISE, hidden=("age", "city"))
    full = replace(made, vacancy=vacancy())
    stopped = replace(result(2, state="cancelled"), unfinished=5)
    half = BatchProgress(total=40, read=40, scored=11, failed=2, duplicates=1)
    stop, photos = progress_keyboard(translator, 1), photos_keyboard(translator, 1)
    question = translator.html("batch-photos-question", count=3)
    pages = {
        "batch-collecting": Page(translator.html("batch-collecting"), _none()),
        "batch-photos-question": Page(question, photos),
        "progress: opening": Page(progress_text(translator, None, is_model_loading=False), stop),
        "progress: waiting": Page(translator.html("batch-progress-queued"), stop),
        "progress": Page(progress_text(translator, half, is_model_loading=True), stop),
        "table, page 1": table_page(translator, full, 1),
        "table, page 3": table_page(translator, full, 3),
        "without a score": failures_page(translator, full, 1),
        "ready": Page(ready_text(translator, full), _none()),
        "stopped": table_page(translator, stopped, 1),
        "nothing scored": table_page(translator, result(0, 2), 1),
    }
    return [_frame(about, page.text, page.keyboard) for about, page in pages.items()]


def _none() -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[])


def _frame(about: str, text: Html, keyboard: InlineKeyboardMarkup) -> Frame:
    rows = [[button.text for button in row] for row in keyboard.inline_keyboard]
    return Frame(about, safe_html(text), rows)
