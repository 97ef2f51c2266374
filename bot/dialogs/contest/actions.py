"""What ends the question before an objection."""

from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.contest_news import ContestNews
from bot.dialogs.contest.getters import REASON_UNITS
from bot.dialogs.once import is_first_time
from bot.i18n import Translator
from bot.replies.answer_buttons import answer_keyboard
from bot.replies.cutting import one_line
from domain.person import Person
from usecases.contest_score import ContestScore
from usecases.open_answer import OpenAnswer


async def begin(start_data: dict[str, Any], manager: DialogManager) -> None:
    manager.dialog_data.update(start_data)


async def send_silently(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _contest(manager, query.from_user.id, None)


async def read_reason(message: Message, _: MessageInput, manager: DialogManager) -> None:
    if not is_first_time(manager, message) or message.from_user is None:
        return
    text = message.text or ""
    if len(text.encode("utf-16-le")) // 2 > REASON_UNITS:
        manager.dialog_data["is_too_long"] = True
        manager.show_mode = ShowMode.DELETE_AND_SEND
        return
    await _contest(manager, message.from_user.id, one_line(text, REASON_UNITS) or None)


async def cancel(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _close(manager)


async def _contest(manager: DialogManager, user_id: int, reason: str | None) -> None:
    """Stores the objection first; who is told of it comes after."""
    parts = manager.middleware_data
    contest_score: ContestScore = parts["contest_score"]
    open_answer: OpenAnswer = parts["open_answer"]
    news: ContestNews = parts["contest_news"]
    translator: Translator = parts["translator"]
    bot: Bot = parts["bot"]
    analysis_id: int = manager.dialog_data["analysis_id"]
    objection = await contest_score(user_id, analysis_id, reason)
    await bot.send_message(user_id, translator.html("contest-sent"))
    answer = await open_answer(user_id, analysis_id)
    if objection.is_new:
        await news.tell_admins(answer.analysis)
    person: Person = parts["person"]
    with suppress(TelegramBadRequest):  # the answer's message is gone, or says so already
        await bot.edit_message_reply_markup(
            chat_id=user_id,
            message_id=manager.dialog_data["message_id"],
            reply_markup=answer_keyboard(translator, answer, person.role),
        )
    await _close(manager)


async def _close(manager: DialogManager) -> None:
    """The question goes; what was open below comes back below it all."""
    await manager.done(show_mode=ShowMode.DELETE_AND_SEND)
