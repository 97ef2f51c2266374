"""Batches: the parts of an album, and the buttons below their one message."""

from collections.abc import Mapping
from typing import Final

from aiogram import Bot, F, Router
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.answering import AnswerSender
from bot.i18n import Translator
from bot.replies.batch_buttons import (
    BatchPhotos,
    Export,
    ExportBatch,
    OpenCandidate,
    ShowBatch,
    StopBatch,
)
from bot.replies.editing import edit_below
from bot.replies.ranking import failures_page, table_page
from bot.spreadsheets.exporting import export_file
from bot.tasks.batch_accepting import accept_album_part, accept_photos
from bot.tasks.chat_action import acting
from bot.tasks.runner import TaskRunner
from domain.person import Person
from domain.ports.batches import BatchRepository
from usecases.batches.collect import CollectBatch
from usecases.batches.result import OpenBatchResult

_CAPTIONS: Final[Mapping[Export, str]] = {
    "xlsx": "batch-export-xlsx",
    "csv": "batch-export-csv",
}


def batch_router() -> Router:
    """Before the router of files: what belongs together is not taken apart."""
    router = Router(name="batch")
    is_file = F.document | F.photo
    router.message.register(collect, is_file, F.media_group_id)
    router.message.register(collect, is_file, joins_a_batch)
    router.callback_query.register(stop, StopBatch.filter())
    router.callback_query.register(tell_photos, BatchPhotos.filter())
    router.callback_query.register(show, ShowBatch.filter())
    router.callback_query.register(open_candidate, OpenCandidate.filter())
    router.callback_query.register(export, ExportBatch.filter())
    return router


async def joins_a_batch(message: Message, batches: BatchRepository) -> bool:
    """Of eleven files an app makes an album of ten and one that comes alone."""
    return await batches.is_collecting(message.chat.id)


async def collect(
    message: Message,
    person: Person,
    translator: Translator,
    collect_batch: CollectBatch,
    batches: BatchRepository,
    tasks: TaskRunner,
) -> None:
    await accept_album_part(collect_batch, batches, tasks, message, person, translator)


async def stop(
    query: CallbackQuery,
    callback_data: StopBatch,
    translator: Translator,
    batches: BatchRepository,
) -> None:
    """The batch's own task notices, and shows what is ready."""
    batch = await batches.get(query.from_user.id, callback_data.batch_id)
    await query.answer(translator.plain("batch-stopping" if batch.is_open else "batch-ended"))
    await batches.finish(batch.id, "cancelled")


async def tell_photos(
    query: CallbackQuery,
    callback_data: BatchPhotos,
    translator: Translator,
    batches: BatchRepository,
    tasks: TaskRunner,
) -> None:
    batch = await batches.get(query.from_user.id, callback_data.batch_id)
    await query.answer()
    await accept_photos(batches, tasks, batch, callback_data.people)


async def show(
    query: CallbackQuery,
    callback_data: ShowBatch,
    translator: Translator,
    open_batch_result: OpenBatchResult,
) -> None:
    result = await open_batch_result(query.from_user.id, callback_data.batch_id)
    make_page = table_page if callback_data.part == "table" else failures_page
    page = make_page(translator, result, callback_data.page)
    await query.answer()
    await edit_below(query, page.text, page.keyboard)


async def open_candidate(
    query: CallbackQuery,
    callback_data: OpenCandidate,
    translator: Translator,
    send_answer: AnswerSender,
) -> None:
    await query.answer()
    user_id = query.from_user.id
    await send_answer(user_id, user_id, translator.language, callback_data.analysis_id)


async def export(
    query: CallbackQuery,
    callback_data: ExportBatch,
    translator: Translator,
    open_batch_result: OpenBatchResult,
    bot: Bot,
) -> None:
    result = await open_batch_result(query.from_user.id, callback_data.batch_id)
    if not result.candidates:
        await query.answer(translator.plain("batch-export-none"))
        return
    await query.answer()
    chat_id = query.from_user.id
    async with acting(bot, chat_id, "upload_document"):
        file = await export_file(translator, result, callback_data.form)
        await bot.send_document(
            chat_id,
            BufferedInputFile(file.content, file.name),
            caption=translator.html(_CAPTIONS[callback_data.form]),
        )
