"""/myfile: a candidate finds what others keep of their file, by its fingerprint, and erases it."""

import base64
import binascii
from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Document, Message

from bot.i18n import Translator
from bot.replies.privacy import EraseFile, KeepFile, erase_file_keyboard, traces, traces_erased
from bot.tasks.download import MAX_FILE_BYTES, download
from bot.tasks.runner import TaskRunner
from domain.errors import FileTooLargeError
from usecases.trace_my_file import TraceMyFile

WAITS_FOR = timedelta(minutes=10)
"""Later a file is a resume to be read again, not one to be looked up."""
_DIGEST_BYTES = 32


class MyFile(StatesGroup):
    file = State()


class _IsAwaited(Filter):
    """The file that /myfile asked for not long ago."""

    async def __call__(self, message: Message, state: FSMContext) -> bool:
        asked_at = (await state.get_data()).get("asked_at")
        if not isinstance(asked_at, str):
            return False
        return datetime.now(UTC) - datetime.fromisoformat(asked_at) < WAITS_FOR


def my_file_router() -> Router:
    router = Router(name="my_file")
    awaited = (StateFilter(MyFile.file), _IsAwaited())
    router.message.register(ask_for_file, Command("myfile"))
    router.message.register(look_up, *awaited, F.document.as_("document"))
    router.message.register(stop_waiting, StateFilter(MyFile.file), F.text.startswith("/"))
    router.callback_query.register(erase, EraseFile.filter())
    router.callback_query.register(keep, KeepFile.filter())
    return router


async def ask_for_file(message: Message, translator: Translator, state: FSMContext) -> None:
    await state.set_state(MyFile.file)
    await state.set_data({"asked_at": datetime.now(UTC).isoformat()})
    await message.answer(translator.html("myfile-ask"))


async def look_up(
    message: Message,
    document: Document,
    translator: Translator,
    trace_my_file: TraceMyFile,
    state: FSMContext,
    bot: Bot,
) -> None:
    if (document.file_size or 0) > MAX_FILE_BYTES:
        raise FileTooLargeError(MAX_FILE_BYTES)
    await state.clear()
    file_sha256, found = await trace_my_file.find(await download(bot, document.file_id))
    digest = base64.urlsafe_b64encode(bytes.fromhex(file_sha256)).decode().rstrip("=")
    markup = erase_file_keyboard(translator, digest) if found.total else None
    await message.answer(traces(translator, found), reply_markup=markup)


async def stop_waiting(message: Message, state: FSMContext) -> Any:
    """Another command is another wish; its own handler goes on with it."""
    await state.clear()
    raise SkipHandler


async def erase(
    query: CallbackQuery,
    callback_data: EraseFile,
    translator: Translator,
    trace_my_file: TraceMyFile,
    tasks: TaskRunner,
) -> None:
    await query.answer()
    file_sha256 = _sha256_of(callback_data.digest)
    gone = await trace_my_file.erase(file_sha256, tasks.cancel_these) if file_sha256 else None
    if gone and isinstance(query.message, Message):
        await query.message.edit_text(traces_erased(translator, gone))


async def keep(query: CallbackQuery, translator: Translator) -> None:
    await query.answer()
    if isinstance(query.message, Message):
        await query.message.edit_text(translator.html("deletedata-kept"))


def _sha256_of(digest: str) -> str | None:
    """Hex of what a button says; None for a forged one."""
    try:
        raw = base64.b64decode(digest + "=", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw.hex() if len(raw) == _DIGEST_BYTES else None
