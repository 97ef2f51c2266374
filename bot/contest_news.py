"""Who is told what of a contested score: admins that it came, its author how it ended."""

import logging

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.config import Settings
from bot.i18n import Html, Locales, Translator, join_html
from bot.replies.cutting import one_line
from domain.analysis import Analysis
from domain.contest import Contest
from domain.ports import ContestRepository, PeopleRepository

_POSITION_UNITS = 80
_ENDS = {"upheld": "contest-upheld", "withdrawn": "contest-withdrawn"}
_log = logging.getLogger(__name__)


class ContestNews:
    """Messages to people who are not the one that taps; the queue itself is in the database."""

    def __init__(
        self,
        bot: Bot,
        locales: Locales,
        settings: Settings,
        people: PeopleRepository,
        contests: ContestRepository,
    ) -> None:
        self._bot = bot
        self._locales = locales
        self._settings = settings
        self._people = people
        self._contests = contests

    async def tell_admins(self, analysis: Analysis) -> None:
        """That the queue has grown; the resume itself is behind the admins' command only."""
        score = round(analysis.assessment.score.score)
        count = await self._contests.count_open()
        for admin_id in {*self._settings.admin_ids, *await self._people.admin_ids()}:
            translator = await self._translator_of(admin_id)
            text = translator.html("contested-news", score=score, count=count)
            await self._tell(admin_id, text)

    async def tell_author(self, contest: Contest, analysis: Analysis) -> None:
        """How it ended, with the admin's word; nothing where it has not."""
        key = _ENDS.get(contest.state)
        if key is None:
            return
        translator = await self._translator_of(contest.user_id)
        position = analysis.resume.position or translator.plain("history-no-position")
        lines = [
            translator.html(
                key,
                score=round(analysis.assessment.score.score),
                position=one_line(position, _POSITION_UNITS),
            )
        ]
        if contest.reply:
            lines.append(translator.html("contest-reply", reply=contest.reply))
        await self._tell(contest.user_id, join_html("\n\n", lines))

    async def _translator_of(self, user_id: int) -> Translator:
        """The language that was chosen, else that of the last consent: an update has none here."""
        person = await self._people.find(user_id)
        if person and person.language:
            return self._locales[person.language]
        receipts = await self._people.consents(user_id)
        return self._locales[receipts[-1].language if receipts else "ru"]

    async def _tell(self, user_id: int, text: Html) -> None:
        """Who has blocked the bot, or never wrote to it, keeps nobody else from being told."""
        try:
            await self._bot.send_message(user_id, text)
        except TelegramAPIError as error:
            _log.warning("news of a contest did not reach a person: %s", type(error).__name__)
