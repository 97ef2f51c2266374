"""The buttons below an answer: its details, what it was worth, and the interview."""

from contextlib import suppress

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, User

from bot.answering import AnswerSender
from bot.i18n import Html, Translator
from bot.replies.answer_buttons import (
    WORDS,
    Interview,
    Rate,
    ShowAnswer,
    answer_keyboard,
    details_keyboard,
    interview_keyboard,
)
from bot.replies.assessment import answer_caption, answer_details
from domain.person import Person
from usecases.open_answer import OpenAnswer
from usecases.rate_answer import RateAnswer
from usecases.record_interview import RecordInterview


def answer_router() -> Router:
    router = Router(name="answer")
    router.callback_query.register(show_view, ShowAnswer.filter())
    router.callback_query.register(rate, Rate.filter())
    router.callback_query.register(record_interview, Interview.filter())
    return router


async def show_view(
    query: CallbackQuery,
    callback_data: ShowAnswer,
    translator: Translator,
    person: Person,
    bot_user: User,
    open_answer: OpenAnswer,
    send_answer: AnswerSender,
) -> None:
    """Raises AnalysisNotFoundError for what is not in the person's history."""
    answer = await open_answer(query.from_user.id, callback_data.analysis_id)
    await query.answer()
    number = answer.analysis.id
    if callback_data.view == "interview":
        await _edit_buttons(query, interview_keyboard(translator, number, answer.verdict))
        return
    if not isinstance(query.message, Message):  # too old to be edited
        await send_answer(person.user_id, query.from_user.id, translator.language, number)
        return
    if callback_data.view == "details":
        can_share = bool(bot_user.supports_inline_queries)
        username = bot_user.username if can_share else None
        text = answer_details(translator, answer, username)
        markup = details_keyboard(translator, number, can_share=can_share)
    else:
        text = answer_caption(translator, answer)
        markup = answer_keyboard(translator, answer, person.role)
    await _edit_text(query.message, text, markup)


async def rate(
    query: CallbackQuery,
    callback_data: Rate,
    translator: Translator,
    person: Person,
    rate_answer: RateAnswer,
    open_answer: OpenAnswer,
) -> None:
    number = callback_data.analysis_id
    verdict = await rate_answer(query.from_user.id, number, WORDS[callback_data.word])
    hints = {
        True: "hint-rated-useful",
        False: "hint-rated-not-useful",
        None: "hint-rating-taken-back",
    }
    await query.answer(translator.plain(hints[verdict.is_useful]))
    answer = await open_answer(query.from_user.id, number)
    await _edit_buttons(query, answer_keyboard(translator, answer, person.role))


async def record_interview(
    query: CallbackQuery,
    callback_data: Interview,
    translator: Translator,
    person: Person,
    record_interview: RecordInterview,
    open_answer: OpenAnswer,
) -> None:
    number, word = callback_data.analysis_id, WORDS[callback_data.word]
    await record_interview(query.from_user.id, number, word)
    hint = "hint-interview-forgotten" if word is None else "hint-interview-kept"
    await query.answer(translator.plain(hint))
    answer = await open_answer(query.from_user.id, number)
    await _edit_buttons(query, answer_keyboard(translator, answer, person.role))


async def _edit_text(message: Message, text: Html, markup: InlineKeyboardMarkup) -> None:
    """The picture stays above the other words."""
    with suppress(TelegramBadRequest):  # gone, or it says so already
        if message.photo:
            await message.edit_caption(caption=text, reply_markup=markup)
        else:
            await message.edit_text(text, reply_markup=markup)


async def _edit_buttons(query: CallbackQuery, markup: InlineKeyboardMarkup) -> None:
    bot: Bot | None = query.bot
    if query.message is None or bot is None:
        return
    with suppress(TelegramBadRequest):  # gone, or so already
        await bot.edit_message_reply_markup(
            chat_id=query.message.chat.id,
            message_id=query.message.message_id,
            reply_markup=markup,
        )
