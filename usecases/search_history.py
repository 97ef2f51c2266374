"""A person's scored resumes: what they look for, page by page."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict

from domain.history import LONGEST_LIST, HistoryFilter, HistoryLine, HistoryOrder
from domain.ports import AnalysisRepository
from usecases.word_search import has_all, wanted_words

Period = Literal["today", "week", "month"]
ScoreBand = Literal["high", "middle", "low"]
PERIODS: Final[tuple[Period, ...]] = get_args(Period)
SCORE_BANDS: Final[tuple[ScoreBand, ...]] = get_args(ScoreBand)

HIGH_FROM: Final = 70
MIDDLE_FROM: Final = 50
_ROUNDED: Final = 0.5
"""A person sees whole points: 69.5 is shown as 70, so it is found among those from 70."""
_BANDS: Final[Mapping[ScoreBand, tuple[float | None, float | None]]] = {
    "high": (HIGH_FROM - _ROUNDED, None),
    "middle": (MIDDLE_FROM - _ROUNDED, HIGH_FROM - _ROUNDED),
    "low": (None, MIDDLE_FROM - _ROUNDED),
}
_DAYS: Final[Mapping[Period, int]] = {"today": 0, "week": 6, "month": 29}
"""How many days before today belong to the period."""
_CHUNK_ROWS: Final = 200
_LONGEST_QUERY: Final = 100
_SEARCHES_REMEMBERED: Final = 16

_Asked = tuple[int, tuple[str, ...], bool]
_Found = tuple[tuple[int, ...], tuple[int, ...]]
"""The ids that were searched, and those of them that were found."""


class HistorySearch(BaseModel):
    """What is looked for; None is not asked for. Periods end now and begin at a UTC midnight."""

    model_config = ConfigDict(frozen=True)

    words: str | None = None
    period: Period | None = None
    band: ScoreBand | None = None
    vacancy_id: int | None = None
    order: HistoryOrder = "newest"

    def with_words(self, text: str) -> Self:
        """Unchanged where the text has no letter or digit to look for."""
        line = " ".join(text[:_LONGEST_QUERY].split())
        return self.model_copy(update={"words": line}) if wanted_words(line) else self

    @property
    def is_narrowed(self) -> bool:
        return any((self.words, self.period, self.band, self.vacancy_id))

    def widened(self) -> Self:
        """Without the filters, in the same order."""
        return self.model_validate({"order": self.order})

    def as_filter(self, now: datetime) -> HistoryFilter:
        """All but the words."""
        score_from, score_below = _BANDS[self.band] if self.band else (None, None)
        since = None
        if self.period:
            midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
            since = midnight - timedelta(days=_DAYS[self.period])
        return HistoryFilter(
            since=since,
            score_from=score_from,
            score_below=score_below,
            vacancy_id=self.vacancy_id,
        )

    def dump(self) -> dict[str, Any]:
        return self.model_dump(mode="json")


@dataclass(frozen=True)
class HistoryPage:
    """One page; `page` counts from 1 to `pages`, and what is empty has one page.

    `found` is how many pass the search, `total` how many there are.
    """

    lines: Sequence[HistoryLine]
    page: int
    pages: int
    found: int
    total: int


class SearchHistory:
    """Gives a page of what one person has and looks for."""

    def __init__(self, analyses: AnalysisRepository, clock: Callable[[], datetime]) -> None:
        self._analyses = analyses
        self._clock = clock
        self._last_found: OrderedDict[_Asked, _Found] = OrderedDict()

    async def __call__(
        self, user_id: int, search: HistorySearch, page: int, page_size: int, *, blind: bool
    ) -> HistoryPage:
        """The page asked for, or the nearest there is: rows may be gone since a button was sent.

        `blind` keeps cities out of the search and out of what it gives.
        """
        ids = await self._analyses.find_ids(user_id, search.as_filter(self._clock()), search.order)
        if search.words:
            ids = await self._with_words(user_id, ids, wanted_words(search.words), blind)
        is_part = search.is_narrowed or len(ids) >= LONGEST_LIST
        total = await self._analyses.count(user_id) if is_part else len(ids)
        pages = max(1, -(-len(ids) // page_size))
        page = min(max(page, 1), pages)
        wanted = ids[(page - 1) * page_size : page * page_size]
        lines = [_seen(line, blind) for line in await self._analyses.lines(user_id, wanted)]
        return HistoryPage(lines, page, pages, len(ids), total)

    async def _with_words(
        self, user_id: int, ids: Sequence[int], words: Sequence[str], blind: bool
    ) -> Sequence[int]:
        """Reads a bounded number of resumes at a time, and none for another page of the same.

        A row never changes, so the same words find the same among the same ids.
        """
        asked = (user_id, tuple(words), blind)
        last_ids, last_found = self._last_found.pop(asked, ((), ()))
        if last_ids != tuple(ids):
            last_found = tuple(await self._matching(user_id, ids, words, blind))
        self._last_found[asked] = (tuple(ids), last_found)
        if len(self._last_found) > _SEARCHES_REMEMBERED:
            self._last_found.popitem(last=False)
        return last_found

    async def _matching(
        self, user_id: int, ids: Sequence[int], words: Sequence[str], blind: bool
    ) -> list[int]:
        found: list[int] = []
        for start in range(0, len(ids), _CHUNK_ROWS):
            chunk = await self._analyses.lines(user_id, ids[start : start + _CHUNK_ROWS])
            found += [one.id for one in chunk if has_all(words, _texts(_seen(one, blind)))]
        return found


def _seen(line: HistoryLine, blind: bool) -> HistoryLine:
    return line.model_copy(update={"city": None}) if blind else line


def _texts(line: HistoryLine) -> tuple[str | None, ...]:
    return (line.position, line.city, line.file_name, *line.companies)
