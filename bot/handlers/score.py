"""/score, and the buttons that begin a new resume."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.dialogs.opening import open_form
from bot.i18n import Translator
from bot.replies.keyboards import Go, start_keyboard


def score_router() -> Router:
    router = Router(name="score")
    router.message.register(offer_ways, Command("score"))
    router.callback_query.register(begin_form, Go.filter(F.to == "form"))
    router.callback_query.register(offer_ways_again, Go.filter(F.to == "new"))
    return router


async def offer_ways(message: Message, translator: Translator) -> None:
    await message.answer(translator.html("score-ways"), reply_markup=start_keyboard(translator))


async def offer_ways_again(query: CallbackQuery, translator: Translator) -> None:
    await query.answer()
    if query.message:
        await query.message.answer(
            translator.html("score-ways"), reply_markup=start_keyboard(translator)
        )


async def begin_form(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    await query.answer()
    await open_form(dialog_manager, aside=True)
