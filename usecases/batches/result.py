"""What became of a batch."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from domain.batch import Batch, BatchItem
from domain.errors import VacancyNotFoundError
from domain.fields import FieldName
from domain.ports import PeopleRepository, VacancyRepository
from domain.ports.batches import BatchRepository
from domain.vacancy import Vacancy
from usecases.batches.rank import RankedCandidate, rank_candidates


@dataclass(frozen=True)
class FailedFile:
    """A file without a score, and the others with the same bytes."""

    item: BatchItem
    repeats: tuple[BatchItem, ...]


@dataclass(frozen=True)
class BatchResult:
    """`total` counts files and rows; `unfinished` are those that a cancelled batch left.

    A candidate's own versions are ranked too, but `is_for_candidate` offers no recruiter's means.
    `hidden` fields are shown nowhere: blind mode was on for the batch, or is on now.
    """

    batch: Batch
    vacancy: Vacancy | None
    candidates: tuple[RankedCandidate, ...]
    failures: tuple[FailedFile, ...]
    total: int
    unfinished: int
    is_for_candidate: bool = False
    hidden: frozenset[FieldName] = frozenset()

    @property
    def merged(self) -> int:
        """How many files only repeat another one."""
        return sum(len(candidate.repeats) for candidate in self.candidates)


class OpenBatchResult:
    """Ranks what of a batch is in the person's history now."""

    def __init__(
        self, batches: BatchRepository, vacancies: VacancyRepository, people: PeopleRepository
    ) -> None:
        self._batches = batches
        self._vacancies = vacancies
        self._people = people

    async def __call__(self, user_id: int, batch_id: int) -> BatchResult:
        """An analysis that was deleted since is not there. Raises BatchNotFoundError."""
        batch = await self._batches.get(user_id, batch_id)
        items = await self._batches.items(batch.id)
        analyses = {one.id: one for one in await self._batches.analyses(user_id, batch.id)}
        scored = [
            (item, analyses[item.analysis_id])
            for item in items
            if item.analysis_id is not None and item.analysis_id in analyses
        ]
        repeats = _by_original(items)
        person = await self._people.find(user_id)
        return BatchResult(
            batch=batch,
            vacancy=await self._vacancy(batch),
            candidates=rank_candidates(scored, repeats),
            failures=tuple(
                FailedFile(item, tuple(repeats.get(item.id, ())))
                for item in items
                if item.state == "failed"
            ),
            total=len(items),
            unfinished=sum(item.is_unfinished for item in items),
            is_for_candidate=person is not None and person.role == "candidate",
            hidden=frozenset(batch.hidden) | frozenset(person.hidden_fields if person else ()),
        )

    async def _vacancy(self, batch: Batch) -> Vacancy | None:
        with suppress(VacancyNotFoundError):
            if batch.vacancy_id is not None:
                return await self._vacancies.get(batch.user_id, batch.vacancy_id)
        return None


def _by_original(items: Sequence[BatchItem]) -> dict[int, list[BatchItem]]:
    """Repeats of a repeat belong to the first one."""
    original_of = {item.id: item.duplicate_of for item in items if item.duplicate_of is not None}
    found: dict[int, list[BatchItem]] = defaultdict(list)
    for item in items:
        original = item.duplicate_of
        while original in original_of:
            original = original_of[original]
        if original is not None:
            found[original].append(item)
    return found
