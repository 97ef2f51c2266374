"""The analyses that a person may show in other chats: their own, and not taken back."""

from collections.abc import Sequence
from typing import Final

from domain.errors import AnalysisNotFoundError
from domain.ports import AnalysisRepository
from usecases.open_answer import Answer, OpenAnswer

NEWEST: Final = 5


class FindShareable:
    """By its number, or the newest ones."""

    def __init__(self, analyses: AnalysisRepository, open_answer: OpenAnswer) -> None:
        self._analyses = analyses
        self._open_answer = open_answer

    async def __call__(self, user_id: int, number: int | None) -> Sequence[Answer]:
        """At most NEWEST, newest first; nothing for another person's number."""
        if number is not None:
            ids = [number]
        else:
            newest = await self._analyses.list_newest(user_id, limit=NEWEST, offset=0)
            ids = [analysis.id for analysis in newest]
        answers = [await self._find(user_id, analysis_id) for analysis_id in ids]
        return [answer for answer in answers if answer and not _is_withdrawn(answer)]

    async def _find(self, user_id: int, analysis_id: int) -> Answer | None:
        try:
            return await self._open_answer(user_id, analysis_id)
        except AnalysisNotFoundError:
            return None


def _is_withdrawn(answer: Answer) -> bool:
    return answer.contest is not None and answer.contest.state == "withdrawn"
