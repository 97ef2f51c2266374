"""How work is accepted: one status message, one stored task, and back to the person."""

from contextlib import suppress
from datetime import UTC, datetime

from aiogram.exceptions import TelegramBadRequest
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Document, Message, PhotoSize

from bot.dialogs.draft import Draft
from bot.dialogs.record import kept_beside
from bot.i18n import Html, Translator
from bot.replies.card import card_text
from bot.replies.cutting import one_line
from bot.tasks.download import MAX_FILE_BYTES
from bot.tasks.pasting import Paste, Piece, load_paste, save_paste
from bot.tasks.payloads import DraftToScore, FileToRead
from bot.tasks.runner import TaskRunner
from domain.errors import FileTooLargeError, UnsupportedFileError
from domain.fields import FieldName
from domain.work import NewTask, TaskKind

PASTED_RESUME_CHARACTERS = 300
_NEVER_A_RESUME = ("video/", "audio/")
_NAME_UNITS = 80


def is_pasted_resume(message: Message) -> bool:
    return len(message.text or "") > PASTED_RESUME_CHARACTERS


async def goes_on_with_paste(message: Message, state: FSMContext) -> bool:
    """True for the rest of a text that was too long for one message, however short it is."""
    if not message.text:
        return False
    paste = await load_paste(kept_beside(state))
    piece = Piece.of(message)
    return paste is not None and (paste.has(piece) or paste.is_continued_by(piece))


async def accept_document(
    tasks: TaskRunner, message: Message, document: Document, translator: Translator
) -> None:
    """Raises FileTooLargeError or UnsupportedFileError for what can be told without reading."""
    check_document(document)
    name = one_line(document.file_name or "", _NAME_UNITS) or translator.plain("file-unnamed")
    file = FileToRead(
        origin=message_origin(message),
        file_id=document.file_id,
        file_name=document.file_name or "",
        is_named=bool(document.file_name),
    )
    status = translator.html("status-reading", name=name)
    await _accept_file(tasks, message, translator, status, file)


def check_document(document: Document) -> None:
    """Raises FileTooLargeError or UnsupportedFileError."""
    if (document.file_size or 0) > MAX_FILE_BYTES:
        raise FileTooLargeError(MAX_FILE_BYTES)
    if document.mime_type and document.mime_type.startswith(_NEVER_A_RESUME):
        raise UnsupportedFileError(document.mime_type)


async def accept_photo(
    tasks: TaskRunner, message: Message, photo: PhotoSize, translator: Translator
) -> None:
    """Telegram sends photos as JPEG without a name; the largest size is read by OCR."""
    file = FileToRead(
        origin=message_origin(message),
        file_id=photo.file_id,
        file_name="photo.jpg",
        is_named=False,
    )
    status = translator.html("status-reading", name=translator.plain("file-photo"))
    await _accept_file(tasks, message, translator, status, file)


async def accept_pasted_text(
    tasks: TaskRunner, message: Message, translator: Translator, state: FSMContext
) -> None:
    """A part of a longer text joins its first part; both are stored before the update ends."""
    piece, record = Piece.of(message), kept_beside(state)
    paste = await load_paste(record)
    if paste and paste.is_continued_by(piece):
        pieces = (*paste.pieces, piece)
        joined = paste.model_copy(update={"pieces": pieces, "changed_at": datetime.now(UTC)})
        await save_paste(record, joined)
        return
    if paste and paste.has(piece) and paste.pieces[0] != piece:
        return  # handled again after a crash
    if not tasks.has_accepted(message.chat.id, message_origin(message)):
        tasks.check_room_for_file(message.chat.id)
    if piece.may_be_cut:
        first = Paste(origin=message_origin(message), pieces=(piece,), changed_at=datetime.now(UTC))
        if not (paste and paste.origin == first.origin):
            await save_paste(record, first)
    file = FileToRead(
        origin=message_origin(message),
        text=message.text,
        file_name="message.txt",
        is_named=False,
        is_cut=piece.may_be_cut,
    )
    status = translator.html("status-parsing")
    await _accept_file(tasks, message, translator, status, file)


async def accept_score(
    tasks: TaskRunner,
    query: CallbackQuery,
    translator: Translator,
    draft: Draft,
    card_id: str,
    hidden: tuple[FieldName, ...],
) -> None:
    """The card that was tapped becomes the status message: it is edited, and stays."""
    wanted = DraftToScore(origin=card_origin(card_id), draft=draft, hidden=hidden)
    tasks.check_room(query.from_user.id)
    card = query.message
    if card is None:
        return
    status = card_text(translator, draft, translator.html("status-scoring"), hidden)
    if isinstance(card, Message):
        # After a crash the same tap is handled again: the card may say so already.
        with suppress(TelegramBadRequest):
            await card.edit_text(status)
    await tasks.accept(_new_task("score", card.chat.id, card.message_id, translator, wanted))


async def _accept_file(
    tasks: TaskRunner, message: Message, translator: Translator, status: Html, file: FileToRead
) -> None:
    if tasks.has_accepted(message.chat.id, file.origin):
        return  # the update is handled again after a crash: its status message is there
    tasks.check_room_for_file(message.chat.id)
    sent = await message.answer(status)
    await tasks.accept(_new_task("read_file", message.chat.id, sent.message_id, translator, file))


def _new_task(
    kind: TaskKind,
    chat_id: int,
    status_message_id: int,
    translator: Translator,
    payload: FileToRead | DraftToScore,
) -> NewTask:
    return NewTask(
        kind=kind,
        chat_id=chat_id,
        user_id=chat_id,  # private chats only: the chat is the person
        locale=translator.language,
        status_message_id=status_message_id,
        payload=payload.model_dump(mode="json"),
    )


def card_origin(card_id: str) -> str:
    return f"card:{card_id}"


def message_origin(message: Message) -> str:
    return f"message:{message.message_id}"
