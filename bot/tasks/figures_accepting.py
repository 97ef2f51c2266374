"""How a figure is accepted: one message that becomes it, and one stored task."""

from aiogram import Bot
from aiogram.types import CallbackQuery, Message

from bot.i18n import Html, Translator
from bot.tasks.figures import FigureToDraw
from bot.tasks.runner import TaskRunner
from domain.work import NewTask


async def accept_figure(
    tasks: TaskRunner, translator: Translator, message: Message, wanted: FigureToDraw, status: Html
) -> None:
    """Answers a command with a status message. Raises QueueFullError."""
    if tasks.has_accepted(message.chat.id, wanted.origin):
        return
    tasks.check_room(message.chat.id)
    sent = await message.answer(status)
    await _accept(tasks, translator, message.chat.id, sent.message_id, wanted)


async def accept_figure_of_tap(
    tasks: TaskRunner,
    translator: Translator,
    query: CallbackQuery,
    wanted: FigureToDraw,
    status: Html | None = None,
) -> None:
    """The tapped message becomes the figure, or a new one where there is a `status` to say."""
    bot: Bot | None = query.bot
    if query.message is None or bot is None:
        await query.answer()
        return
    chat_id = query.message.chat.id
    if tasks.has_accepted(chat_id, wanted.origin):
        await query.answer()
        return
    tasks.check_room(chat_id)
    await query.answer()
    message_id = query.message.message_id
    if status is not None:
        message_id = (await bot.send_message(chat_id, status)).message_id
    await _accept(tasks, translator, chat_id, message_id, wanted)


async def _accept(
    tasks: TaskRunner,
    translator: Translator,
    chat_id: int,
    message_id: int,
    wanted: FigureToDraw,
) -> None:
    await tasks.accept(
        NewTask(
            kind="figure",
            chat_id=chat_id,
            user_id=chat_id,  # private chats only: the chat is the person
            locale=translator.language,
            status_message_id=message_id,
            payload=wanted.model_dump(mode="json"),
        )
    )
