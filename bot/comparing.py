"""A comparison on its way into a chat."""

from collections.abc import Sequence

from aiogram import Bot
from aiogram.types import BufferedInputFile

from bot.i18n import Translator
from bot.pictures.compare import draw_compare
from bot.pictures.drawing import drawn
from bot.replies.compare import compare_caption, compare_facts, compare_keyboard
from bot.tasks.chat_action import acting
from domain.person import Person
from usecases.compare_candidates import FEWEST_COMPARED, CompareCandidates, Comparison

_FILE_NAME = "compare.png"


class ComparisonSender:
    """Sends a person's own analyses side by side: a picture, and what it means in words.

    Scores of different models or modes are not drawn beside each other: a message lists them and
    offers to score them alike.
    """

    def __init__(self, bot: Bot, compare_candidates: CompareCandidates) -> None:
        self._bot = bot
        self._compare_candidates = compare_candidates

    async def __call__(
        self, person: Person, chat_id: int, translator: Translator, analysis_ids: Sequence[int]
    ) -> None:
        comparison = await self._compare_candidates(person.user_id, analysis_ids)
        if len(comparison.candidates) < FEWEST_COMPARED:
            await self._bot.send_message(chat_id, translator.html("compare-too-few"))
            return
        await self._send(person, chat_id, translator, comparison)

    async def _send(
        self, person: Person, chat_id: int, translator: Translator, comparison: Comparison
    ) -> None:
        caption = compare_caption(translator, comparison, blind=person.is_blind)
        markup = compare_keyboard(translator, comparison)
        if not comparison.is_of_one_kind:
            await self._bot.send_message(chat_id, caption, reply_markup=markup)
            return
        facts = compare_facts(translator, comparison, blind=person.is_blind)
        async with acting(self._bot, chat_id, "upload_photo"):
            picture = await drawn(draw_compare, facts)
            photo = BufferedInputFile(picture, _FILE_NAME)
            await self._bot.send_photo(chat_id, photo, caption=caption, reply_markup=markup)
