"""What an admin does with a contested score."""

from typing import Any

from aiogram import Bot
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.contest_news import ContestNews
from bot.dialogs.contest_queue.getters import REPLY_UNITS
from bot.dialogs.once import is_first_time
from bot.dialogs.states import ContestQueue
from bot.i18n import Translator
from bot.replies.cutting import one_line
from domain.errors import ContestDecidedError, ContestNotFoundError
from usecases.open_answer import OpenAnswer
from usecases.settle_contest import SettleContest


async def begin(_: Any, manager: DialogManager) -> None:
    manager.dialog_data["place"] = 1


async def earlier(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    manager.dialog_data["place"] -= 1


async def later(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    manager.dialog_data["place"] += 1


async def choose(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Decides on what is shown, whatever has moved in the queue since."""
    data = manager.dialog_data
    data.update(decision=button.widget_id, decided_id=data["contest_id"], is_too_long=False)
    await manager.switch_to(ContestQueue.word)


async def settle_silently(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _settle(manager, query.from_user.id, None)


async def read_word(message: Message, _: MessageInput, manager: DialogManager) -> None:
    if not is_first_time(manager, message) or message.from_user is None:
        return
    text = message.text or ""
    manager.show_mode = ShowMode.DELETE_AND_SEND
    if len(text.encode("utf-16-le")) // 2 > REPLY_UNITS:
        manager.dialog_data["is_too_long"] = True
        return
    await _settle(manager, message.from_user.id, one_line(text, REPLY_UNITS) or None)


async def _settle(manager: DialogManager, admin_id: int, reply: str | None) -> None:
    parts = manager.middleware_data
    translator: Translator = parts["translator"]
    bot: Bot = parts["bot"]
    bot_says = await _decide(manager, admin_id, reply)
    await bot.send_message(admin_id, translator.html(bot_says))
    await manager.switch_to(ContestQueue.item, show_mode=ShowMode.DELETE_AND_SEND)


async def _decide(manager: DialogManager, admin_id: int, reply: str | None) -> str:
    """The key of what the admin is told."""
    parts, data = manager.middleware_data, manager.dialog_data
    settle_contest: SettleContest = parts["settle_contest"]
    open_answer: OpenAnswer = parts["open_answer"]
    news: ContestNews = parts["contest_news"]
    try:
        contest = await settle_contest(data["decided_id"], admin_id, data["decision"], reply)
    except ContestDecidedError:
        return "error-contest-decided"
    except ContestNotFoundError:
        return "error-contest-not-found"
    answer = await open_answer(contest.user_id, contest.analysis_id)
    await news.tell_author(contest, answer.analysis)
    return "hint-contested-settled"
