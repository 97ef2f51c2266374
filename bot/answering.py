"""An answer on its way into a chat."""

import logging

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError, TelegramServerError
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup

from bot.i18n import Html, Language, Locales, Translator
from bot.pictures.answer import draw_answer
from bot.pictures.drawing import drawn
from bot.replies.answer_buttons import answer_keyboard
from bot.replies.answer_picture import answer_facts
from bot.replies.assessment import answer_caption
from bot.tasks.chat_action import acting
from domain.ports import PeopleRepository
from usecases.open_answer import Answer, OpenAnswer

_FILE_NAME = "score.png"
_log = logging.getLogger(__name__)


class AnswerSender:
    """Sends an analysis of a person's own with all that belongs below it."""

    def __init__(
        self, bot: Bot, locales: Locales, open_answer: OpenAnswer, people: PeopleRepository
    ) -> None:
        self._bot = bot
        self._locales = locales
        self._open_answer = open_answer
        self._people = people

    async def __call__(
        self, user_id: int, chat_id: int, language: Language, analysis_id: int
    ) -> None:
        """A new message: a picture with the essentials, or those alone where it can't be had.

        Raises AnalysisNotFoundError, also for another person's analysis, and what Telegram
        answers to the text alone, e.g. TelegramForbiddenError.
        """
        answer = await self._open_answer(user_id, analysis_id)
        person = await self._people.find(user_id)
        translator = self._locales[language]
        caption = answer_caption(translator, answer)
        markup = answer_keyboard(translator, answer, person.role if person else None)
        async with acting(self._bot, chat_id, "upload_photo"):
            picture = await _picture(translator, answer)
            if picture is not None and await self._is_sent(chat_id, picture, caption, markup):
                return
            await self._bot.send_message(chat_id, caption, reply_markup=markup)

    async def _is_sent(
        self, chat_id: int, picture: bytes, caption: Html, markup: InlineKeyboardMarkup
    ) -> bool:
        photo = BufferedInputFile(picture, _FILE_NAME)
        try:
            await self._bot.send_photo(chat_id, photo, caption=caption, reply_markup=markup)
        except (TelegramBadRequest, TelegramNetworkError, TelegramServerError) as error:
            _log.warning("the picture of an answer was not sent: %s", type(error).__name__)
            return False
        return True


async def _picture(translator: Translator, answer: Answer) -> bytes | None:
    facts = answer_facts(translator, answer)
    try:
        return await drawn(lambda: draw_answer(facts))
    except Exception:  # noqa: BLE001  (a picture is an ornament: the answer must go out)
        _log.exception("the picture of an answer was not drawn")
        return None
