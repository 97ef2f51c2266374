"""The buttons of a batch. They carry ids: whose batch it is, the storage knows."""

from collections.abc import Sequence
from typing import Final, Literal

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.i18n import Translator
from bot.replies.keyboards import CompareThese, button
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
    stop = button(translator, "button-batch-stop", StopBatch(batch_id=batch_id))
    return InlineKeyboardMarkup(inline_keyboard=[[stop]])


def photos_keyboard(translator: Translator, batch_id: int) -> InlineKeyboardMarkup:
    one = BatchPhotos(batch_id=batch_id, people="one")
    many = BatchPhotos(batch_id=batch_id, people="many")
    rows = [
        [button(translator, "button-batch-photos-one", one)],
        [button(translator, "button-batch-photos-many", many)],
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
    numbers = [_number(one) for one in shown]
    rows: Rows = [
        numbers[at : at + NUMBERS_IN_A_ROW] for at in range(0, len(numbers), NUMBERS_IN_A_ROW)
    ]
    rows += _paging(translator, batch_id, "table", page, pages)
    first = [one.analysis.id for one in result.candidates[:MOST_COMPARED]]
    if len(first) >= _FEWEST_COMPARED and not result.is_for_candidate:
        these = CompareThese.of(first)
        rows.append([button(translator, "button-batch-compare", these, count=len(first))])
    if result.failures:
        why = ShowBatch(batch_id=batch_id, part="failures", page=1)
        rows.append([button(translator, "button-batch-failures", why, count=len(result.failures))])
    if result.candidates:
        rows.append(
            [
                button(
                    translator, f"button-batch-{form}", ExportBatch(batch_id=batch_id, form=form)
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
        [button(translator, "button-batch-table", back)],
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
        button(
            translator,
            f"button-batch-{name}",
            ShowBatch(batch_id=batch_id, part=part, page=target),
        )
        for name, target in targets.items()
        if target
    ]
    return [row] if row else []


def _number(one: RankedCandidate) -> InlineKeyboardButton:
    data = OpenCandidate(analysis_id=one.analysis.id)
    return InlineKeyboardButton(text=str(one.number), callback_data=data.pack())
