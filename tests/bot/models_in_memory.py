"""Models that load at once, for tests of who chooses and compares them."""

import asyncio
from collections.abc import Collection, Sequence

from domain import errors
from domain.fields import FieldName
from domain.resume import Resume
from domain.score import ModelIdentity, Score
from domain.work import NewTask, Task, TaskKind
from inference.shelf import DiskShelf
from tests.bot.conftest import ADMIN_ID, Desk

SHELF = DiskShelf()
COMPACT = SHELF.look_at("compact")
LIVE = ModelIdentity(name="live", revision="r1", template="budget-1")


class KeptTicket:
    def __init__(self, score: Score) -> None:
        self._score = score

    async def result(self) -> Sequence[Score]:
        await asyncio.sleep(0)
        return (self._score,)


class KeptModels:
    """Stands where the scorer does: bundles load at once, and score by age."""

    def __init__(self, fails_with: Exception | None = None) -> None:
        self.identities: tuple[ModelIdentity, ...] = (LIVE,)
        self.identity = LIVE
        self.loaded: list[str] = []
        self.fails_with = fails_with
        self.full = 1

    async def load(self, bundle: str) -> ModelIdentity:
        if self.fails_with and bundle != "compact-of-env":
            raise self.fails_with
        self.loaded.append(bundle)
        identity = ModelIdentity(name=COMPACT.name, revision=COMPACT.revision, template="budget-1")
        self.identities = (LIVE, identity)
        return identity

    async def switch_to(self, name: str) -> ModelIdentity:
        self.identity = next(one for one in self.identities if name.startswith(one.name))
        return self.identity

    async def unload(self, name: str) -> None:
        if name.startswith(self.identity.name):
            raise errors.BundleInUseError(self.identity.name)
        self.identities = (LIVE,)

    def compare(
        self,
        resumes: Sequence[Resume],
        *,
        hidden: Collection[FieldName] = (),
        bundle: str | None = None,
    ) -> KeptTicket:
        if self.full:
            self.full -= 1
            raise errors.QueueFullError(1)
        (resume,) = resumes
        if resume.age == 15:
            raise errors.NothingToScoreError
        is_live = (bundle or "").startswith("live")
        age = resume.age or 0
        score = age if is_live else (100 - age if age > 60 else age + 1)
        return KeptTicket(Score(score=score, probability=0.1, percentile=50, model=LIVE))


async def accepted(desk: Desk, kind: TaskKind, **payload: str | int) -> Task:
    status = await desk.bot.send_message(ADMIN_ID, "…")
    new = NewTask(
        kind=kind,
        chat_id=ADMIN_ID,
        user_id=ADMIN_ID,
        locale="en",
        status_message_id=status.message_id,
        payload={"origin": "x", **payload},
    )
    return await desk.database.tasks.add(new)
