"""People who have agreed to nothing yet."""

from aiogram.types import Message

from tests.bot.chat import Person as ChatPerson

NEWCOMER = 50
LONG = "Опыт работы. " * 40


async def agrees(newcomer: ChatPerson, message: Message | None = None) -> Message:
    asked = message or newcomer.bot.last
    await newcomer.taps("Согласен", asked)
    return await newcomer.taps("Я рекрутер", newcomer.bot.shown[asked.message_id])
