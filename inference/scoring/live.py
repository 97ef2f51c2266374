"""Several bundles in memory, one of which resumes go to; changing which takes no time at all."""

import asyncio
import ctypes
import gc
import sys
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final

from domain.errors import BundleInUseError, BundleNotLoadedError
from domain.fields import FieldName
from domain.resume import Resume
from domain.score import Detail, ModelIdentity
from inference.scoring.queue import RowAssessor, ScoringQueue
from inference.scoring.ticket import ComparisonTicket, QueuedTicket

LoadAssessor = Callable[[str], Awaitable[RowAssessor]]
"""Reads a bundle off the event loop; raises BundleError."""

_MAX_WAITING: Final = 64


@dataclass(frozen=True, slots=True)
class _Loaded:
    identity: ModelIdentity
    queue: ScoringQueue

    def is_named(self, name: str) -> bool:
        return name in (self.identity.name, f"{self.identity.name}@{self.identity.revision}")


class LiveScorer:
    """Implements domain.ports.Scorer over a queue for each bundle in memory.

    A bundle is named `name`, or `name@revision` where two revisions of it are in memory; the bare
    name then means the one that was loaded last. Belongs to one event loop.
    """

    def __init__(self, load_assessor: LoadAssessor, *, max_waiting: int = _MAX_WAITING) -> None:
        self._load_assessor = load_assessor
        self._max_waiting = max_waiting
        self._loaded: list[_Loaded] = []
        self._live: _Loaded | None = None
        self._one_change_at_a_time = asyncio.Lock()

    @property
    def identity(self) -> ModelIdentity:
        """The bundle that resumes go to; raises BundleNotLoadedError before the first one."""
        return self._find(None).identity

    @property
    def identities(self) -> tuple[ModelIdentity, ...]:
        """All bundles in memory, in the order in which they came."""
        return tuple(loaded.identity for loaded in self._loaded)

    async def load(self, bundle: str) -> ModelIdentity:
        """Brings a bundle into memory beside the others; the first one goes live.

        Raises BundleError, and nothing has changed then. A revision that is there already stays.
        """
        async with self._one_change_at_a_time:
            assessor = await self._load_assessor(bundle)
            identity = assessor.identity
            if identity not in self.identities:
                queue = ScoringQueue(assessor, max_waiting=self._max_waiting)
                await queue.start()
                self._loaded.append(_Loaded(identity, queue))
                self._live = self._live or self._loaded[-1]
        return identity

    async def switch_to(self, name: str) -> ModelIdentity:
        """From now on resumes go to this bundle; those submitted before end where they began.

        Raises BundleNotLoadedError.
        """
        async with self._one_change_at_a_time:
            self._live = self._find(name)
            return self._live.identity

    async def unload(self, name: str) -> None:
        """Takes no more for this bundle, answers what waits for it, then frees its memory.

        Raises BundleNotLoadedError, or BundleInUseError for the live one.
        """
        async with self._one_change_at_a_time:
            idle = [one for one in self._loaded if one.is_named(name) and one is not self._live]
            if not idle:
                raise BundleInUseError(self._find(name).identity.name)
            self._loaded.remove(idle[-1])
            await idle.pop().queue.close()
            del idle
            await asyncio.to_thread(_free_memory)

    def submit(
        self,
        resume: Resume,
        *,
        hidden: Collection[FieldName] = (),
        detail: Collection[Detail] = (),
        bundle: str | None = None,
    ) -> QueuedTicket:
        """To the live bundle, or to another one in memory.

        Raises BundleNotLoadedError, NothingToScoreError or QueueFullError.
        """
        return self._find(bundle).queue.submit(resume, hidden=hidden, detail=detail)

    def compare(
        self,
        resumes: Sequence[Resume],
        *,
        hidden: Collection[FieldName] = (),
        bundle: str | None = None,
    ) -> ComparisonTicket:
        """The scores alone of one resume and its variants; bundle and errors as for `submit`."""
        return self._find(bundle).queue.compare(resumes, hidden=hidden)

    async def close(self) -> None:
        """As `ScoringQueue.close`, for all."""
        await asyncio.gather(*(loaded.queue.close() for loaded in self._loaded))

    def _find(self, name: str | None) -> _Loaded:
        if name is None:
            if self._live is None:
                raise BundleNotLoadedError("")
            return self._live
        for loaded in reversed(self._loaded):
            if loaded.is_named(name):
                return loaded
        raise BundleNotLoadedError(name)


def _free_memory() -> None:
    """Drops the cycles that a model is full of, and gives what glibc keeps back to the system."""
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
