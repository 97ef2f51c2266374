"""/mydata and /deletedata: a person's rights over what is stored. They need no consent."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.config import Settings
from bot.i18n import Translator
from bot.replies.privacy import EraseAll, erase_keyboard, erase_question, erased
from bot.tasks.runner import TaskRunner
from usecases.erase_user import EraseUser
from usecases.export_my_data import DOCUMENT_NAME, ExportMyData

MOST_BYTES = 50 * 1024 * 1024
"""What Telegram lets a bot send as one file."""
_FILES_NAME = "my_data.zip"


def privacy_router() -> Router:
    router = Router(name="privacy")
    router.message.register(send_my_data, Command("mydata"))
    router.message.register(ask_to_erase, Command("deletedata"))
    router.callback_query.register(erase, EraseAll.filter(F.is_sure))
    router.callback_query.register(keep, EraseAll.filter())
    return router


async def send_my_data(
    message: Message, translator: Translator, export_my_data: ExportMyData, erase_user: EraseUser
) -> None:
    user_id = message.chat.id
    mine = await export_my_data(user_id)
    if len(mine.files) > MOST_BYTES:
        await message.answer(translator.html("mydata-too-large"))
        return
    if len(mine.document) <= MOST_BYTES:  # else it is in the ZIP alone
        total = (await erase_user.count(user_id)).total
        caption = translator.html("mydata-caption" if total else "mydata-none", total=total)
        document = BufferedInputFile(mine.document, DOCUMENT_NAME)
        await message.answer_document(document, caption=caption)
    files = BufferedInputFile(mine.files, _FILES_NAME)
    await message.answer_document(files, caption=translator.html("mydata-tables-caption"))


async def ask_to_erase(
    message: Message, translator: Translator, erase_user: EraseUser, settings: Settings
) -> None:
    counts = await erase_user.count(message.chat.id)
    text = erase_question(translator, counts, is_sealed=settings.data_key is not None)
    await message.answer(text, reply_markup=erase_keyboard(translator))


async def erase(
    query: CallbackQuery,
    translator: Translator,
    erase_user: EraseUser,
    tasks: TaskRunner,
    dialog_manager: DialogManager,
) -> None:
    await query.answer()
    await dialog_manager.reset_stack()
    await tasks.cancel_all_of(query.from_user.id)
    counts = await erase_user(query.from_user.id)
    if isinstance(query.message, Message):
        await query.message.edit_text(erased(translator, counts))


async def keep(query: CallbackQuery, translator: Translator) -> None:
    await query.answer()
    if isinstance(query.message, Message):
        await query.message.edit_text(translator.html("deletedata-kept"))
