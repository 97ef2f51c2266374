"""The buttons of a batch. They carry ids: whose batch it is, the storage knows."""

from collections.abc import Sequence
from typing import Final, Literal

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.i18n import Translator
from bot.replies.keyboards import CompareThese
from usecases.batches.rank import RankedCandidate
from usecases.batches.result import BatchResult

NUMBERS_IN_A_ROW: Final = 5
MOST_COMPARED: Final = 5
_FEWEST_COMPARED: Final = 2

BatchPart = Literal["table", "failures"]
Export = Literal["xlsx", "csv"]


class StopBatch(CallbackData, prefix="bstop"):
    """Ends a batch that is being worked on; what is scored stays."""

    batch_id: int


class BatchPhotos(CallbackData, prefix="bphotos"):
    """Whether an album of photos is one resume's pages or different people."""

    batch_id: int
    people: Literal["one", "many"]


class ShowBatch(CallbackData, prefix="bshow"):
    """A page of the table, or of what has no score."""

    batch_id: int
    part: BatchPart
    page: int


class OpenCandidate(CallbackData, prefix="bopen"):
    """Sends the whole answer of one candidate."""

    analysis_id: int


class ExportBatch(CallbackData, prefix="bexport"):
    batch_id: int
    form: Export


Rows = list[list[InlineKeyboardButton]]


def progress_keyboard(translator: Translator, batch_id: int) -> InlineKeyboardMarkup:
    stop = _button(translator.plain("button-batch-stop"), StopBatch(batch_id=batch_id))
    return InlineKeyboardMarkup(inline_keyboard=[[stop]])


def photos_keyboard(translator: Translator, batch_id: int) -> InlineKeyboardMarkup:
    one = BatchPhotos(batch_id=batch_id, people="one")
    many = BatchPhotos(batch_id=batch_id, people="many")
    rows = [
        [_button(translator.plain("button-batch-photos-one"), one)],
        [_button(translator.plain("button-batch-photos-many"), many)],
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def table_keyboard(
    translator: Translator,
    result: BatchResult,
    shown: Sequence[RankedCandidate],
    page: int,
    pages: int,
) -> InlineKeyboardMarkup:
    """A number opens a candidate of this page; then pages, comparison, failures, files."""
    batch_id = result.batch.id
    numbers = [
        _button(str(one.number), OpenCandidate(analysis_id=one.analysis.id)) for one in shown
    ]
    rows: Rows = [
        numbers[at : at + NUMBERS_IN_A_ROW] for at in range(0, len(numbers), NUMBERS_IN_A_ROW)
    ]
    rows += _paging(translator, batch_id, "table", page, pages)
    first = [one.analysis.id for one in result.candidates[:MOST_COMPARED]]
    if len(first) >= _FEWEST_COMPARED and not result.is_for_candidate:
        label = translator.plain("button-batch-compare", count=len(first))
        rows.append([_button(label, CompareThese.of(first))])
    if result.failures:
        label = translator.plain("button-batch-failures", count=len(result.failures))
        rows.append([_button(label, ShowBatch(batch_id=batch_id, part="failures", page=1))])
    if result.candidates:
        rows.append(
            [
                _button(
                    translator.plain(f"button-batch-{form}"),
                    ExportBatch(batch_id=batch_id, form=form),
                )
                for form in ("xlsx", "csv")
            ]
        )
    return InlineKeyboardMarkup(inline_keyboard=rows)


def failures_keyboard(
    translator: Translator, batch_id: int, page: int, pages: int
) -> InlineKeyboardMarkup:
    back = ShowBatch(batch_id=batch_id, part="table", page=1)
    rows = [
        *_paging(translator, batch_id, "failures", page, pages),
        [_button(translator.plain("button-batch-table"), back)],
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _paging(translator: Translator, batch_id: int, part: BatchPart, page: int, pages: int) -> Rows:
    """To the neighbours; to both ends where those are further off."""
    targets = {
        "first": 1 if page > 2 else 0,
        "previous": page - 1,
        "next": page + 1 if page < pages else 0,
        "last": pages if page < pages - 1 else 0,
    }
    row = [
        _button(
            translator.plain(f"button-batch-{name}"),
            ShowBatch(batch_id=batch_id, part=part, page=target),
        )
        for name, target in targets.items()
        if target
    ]
    return [row] if row else []


def _button(text: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=data.pack())
