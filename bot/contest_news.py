"""Who is told what of a contested score: admins that it came, its author how it ended."""

from bot.admin_news import AdminNews
from bot.i18n import join_html
from bot.replies.cutting import one_line
from domain.analysis import Analysis
from domain.contest import Contest
from domain.ports import ContestRepository

_POSITION_UNITS = 80
_ENDS = {"upheld": "contest-upheld", "withdrawn": "contest-withdrawn"}


class ContestNews:
    """Messages to people who are not the one that taps; the queue itself is in the database."""

    def __init__(self, news: AdminNews, contests: ContestRepository) -> None:
        self._news = news
        self._contests = contests

    async def tell_admins(self, analysis: Analysis) -> None:
        """That the queue has grown; the resume itself is behind the admins' command only."""
        score = round(analysis.assessment.score.score)
        count = await self._contests.count_open()
        await self._news.tell_admins("contested-news", score=score, count=count)

    async def tell_author(self, contest: Contest, analysis: Analysis) -> None:
        """How it ended, with the admin's word; nothing where it has not."""
        key = _ENDS.get(contest.state)
        if key is None:
            return
        translator = await self._news.translator_of(contest.user_id)
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
        await self._news.tell(contest.user_id, join_html("\n\n", lines))
