"""An answer on its way into a chat."""

import logging
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError, TelegramServerError
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, InputMediaPhoto

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
_IS_SO_ALREADY = "not modified"
_IS_A_PICTURE = "no text in the message"
_REFUSALS = (TelegramBadRequest, TelegramNetworkError, TelegramServerError)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Words:
    """An answer in one language, below the picture or without it."""

    caption: Html
    markup: InlineKeyboardMarkup


class AnswerSender:
    """Shows an analysis of a person's own with all that belongs below it.

    A picture with the essentials as its caption, or those alone where it can't be had. All raise
    AnalysisNotFoundError, also for another person's analysis, and what Telegram answers to the
    words alone, e.g. TelegramForbiddenError.
    """

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
        """Shows it as a new message."""
        answer = await self._open_answer(user_id, analysis_id)
        words = await self._words(user_id, language, answer)
        async with acting(self._bot, chat_id, "upload_photo"):
            picture = await _picture(self._locales[language], answer)
            if picture is None or not await self._is_sent(chat_id, picture, words):
                await self._bot.send_message(chat_id, words.caption, reply_markup=words.markup)

    async def put(
        self,
        user_id: int,
        chat_id: int,
        language: Language,
        analysis_id: int,
        message_id: int,
        *,
        is_plain: bool = False,
    ) -> bool:
        """Shows it in place of a message, so doing it again changes nothing; False where that
        message is gone. `is_plain` leaves the picture out."""
        answer = await self._open_answer(user_id, analysis_id)
        words = await self._words(user_id, language, answer)
        if not is_plain:
            async with acting(self._bot, chat_id, "upload_photo"):
                picture = await _picture(self._locales[language], answer)
                if picture and await self._is_picture_put(chat_id, message_id, picture, words):
                    return True
        return await self._are_words_put(chat_id, message_id, words)

    async def _words(self, user_id: int, language: Language, answer: Answer) -> _Words:
        translator = self._locales[language]
        person = await self._people.find(user_id)
        markup = answer_keyboard(translator, answer, person.role if person else None)
        return _Words(answer_caption(translator, answer), markup)

    async def _is_sent(self, chat_id: int, picture: bytes, words: _Words) -> bool:
        photo = BufferedInputFile(picture, _FILE_NAME)
        try:
            await self._bot.send_photo(
                chat_id, photo, caption=words.caption, reply_markup=words.markup
            )
        except _REFUSALS as error:
            _log.warning("the picture of an answer was not sent: %s", type(error).__name__)
            return False
        return True

    async def _is_picture_put(
        self, chat_id: int, message_id: int, picture: bytes, words: _Words
    ) -> bool:
        photo = BufferedInputFile(picture, _FILE_NAME)
        media = InputMediaPhoto(media=photo, caption=words.caption)
        try:
            await self._bot.edit_message_media(
                media, chat_id=chat_id, message_id=message_id, reply_markup=words.markup
            )
        except _REFUSALS as error:
            if isinstance(error, TelegramBadRequest) and _IS_SO_ALREADY in error.message:
                return True
            _log.warning("the picture of an answer was not put: %s", type(error).__name__)
            return False
        return True

    async def _are_words_put(self, chat_id: int, message_id: int, words: _Words) -> bool:
        try:
            await self._bot.edit_message_text(
                words.caption, chat_id=chat_id, message_id=message_id, reply_markup=words.markup
            )
        except TelegramBadRequest as error:
            if _IS_A_PICTURE in error.message:
                return await self._is_caption_put(chat_id, message_id, words)
            return _IS_SO_ALREADY in error.message
        return True

    async def _is_caption_put(self, chat_id: int, message_id: int, words: _Words) -> bool:
        """An earlier try has put the picture, but its answer was lost."""
        try:
            await self._bot.edit_message_caption(
                chat_id=chat_id,
                message_id=message_id,
                caption=words.caption,
                reply_markup=words.markup,
            )
        except TelegramBadRequest as error:
            return _IS_SO_ALREADY in error.message
        return True


async def _picture(translator: Translator, answer: Answer) -> bytes | None:
    facts = answer_facts(translator, answer)
    try:
        return await drawn(draw_answer, facts)
    except Exception:  # noqa: BLE001  (a picture is an ornament: the answer must go out)
        _log.exception("the picture of an answer was not drawn")
        return None
