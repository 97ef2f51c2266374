"""/score, and the buttons that begin a new resume or go on with what was left."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.dialogs.kept import load_form
from bot.dialogs.opening import go_back_to_card, open_form
from bot.dialogs.record import kept_beside
from bot.i18n import Translator
from bot.replies.keyboards import Go
from bot.replies.ways import BackToCard, FormWay, unfinished_form, ways_keyboard


def score_router() -> Router:
    router = Router(name="score")
    router.message.register(offer_ways, Command("score"))
    router.callback_query.register(begin_form, Go.filter(F.to == "form"))
    router.callback_query.register(offer_ways_again, Go.filter(F.to == "new"))
    router.callback_query.register(go_on_with_form, FormWay.filter(F.to == "continue"))
    router.callback_query.register(begin_form_anew, FormWay.filter(F.to == "new"))
    router.callback_query.register(back_to_card, BackToCard.filter())
    return router


async def offer_ways(message: Message, translator: Translator, state: FSMContext) -> None:
    form = await load_form(kept_beside(state))
    text = translator.html("score-ways")
    if form:
        text = translator.html(
            "score-ways-unfinished", unfinished=unfinished_form(translator, form)
        )
    await message.answer(text, reply_markup=ways_keyboard(translator, form))


async def offer_ways_again(query: CallbackQuery, translator: Translator, state: FSMContext) -> None:
    await query.answer()
    if isinstance(query.message, Message):
        await offer_ways(query.message, translator, state)


async def begin_form(
    query: CallbackQuery, translator: Translator, state: FSMContext, dialog_manager: DialogManager
) -> None:
    """A form with answers in it is never thrown away by a button that does not say so."""
    await query.answer()
    form = await load_form(kept_beside(state))
    if form is None:
        await open_form(dialog_manager, aside=True)
    elif query.message:
        markup = ways_keyboard(translator, form)
        await query.message.answer(unfinished_form(translator, form), reply_markup=markup)


async def go_on_with_form(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    await query.answer()
    await open_form(dialog_manager, aside=True, goes_on=True)


async def begin_form_anew(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    await query.answer()
    await open_form(dialog_manager, aside=True)


async def back_to_card(
    query: CallbackQuery,
    callback_data: BackToCard,
    translator: Translator,
    dialog_manager: DialogManager,
) -> None:
    if await go_back_to_card(dialog_manager, callback_data.card_id):
        await query.answer()
    else:
        await query.answer(translator.plain("card-gone"), show_alert=True)
