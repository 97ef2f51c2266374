"""A message of the bot's that is edited in place, from a button below it."""

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardMarkup

from bot.i18n import Html

_IS_SO_ALREADY = "message is not modified"


async def edit_below(
    query: CallbackQuery, text: Html, markup: InlineKeyboardMarkup | None = None
) -> None:
    """Edits the message of the tapped button; one that is gone or too old comes as a new one."""
    message, bot = query.message, query.bot
    if message is None or bot is None:
        return
    chat_id = message.chat.id
    try:
        await bot.edit_message_text(
            text, chat_id=chat_id, message_id=message.message_id, reply_markup=markup
        )
    except TelegramBadRequest as error:
        if _IS_SO_ALREADY not in error.message:
            await bot.send_message(chat_id, text, reply_markup=markup)
