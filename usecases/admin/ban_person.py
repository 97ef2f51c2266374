"""A person may not use the bot any more."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from domain.administration import KnownPerson
from domain.ports import AdminActLog, PeopleDirectory
from usecases.admin.refusals import find_subject


class WorkCanceller(Protocol):
    """Takes back what is being worked on for a chat."""

    async def cancel_all_of(self, chat_id: int) -> int: ...


@dataclass(frozen=True)
class Ban:
    """`is_new` is False where the person was banned before, and nothing was done."""

    known: KnownPerson
    is_new: bool
    cancelled: int


class BanPerson:
    """Also takes the right of an admin away, and cancels the person's work."""

    def __init__(
        self, directory: PeopleDirectory, acts: AdminActLog, operators: Collection[int]
    ) -> None:
        self._directory = directory
        self._acts = acts
        self._operators = operators

    async def __call__(
        self, admin_id: int, user_id: int, reason: str | None, work: WorkCanceller
    ) -> Ban:
        """Raises ActRefusedError for oneself, an id of ADMIN_IDS, and an unknown person."""
        known = await find_subject(self._directory, admin_id, user_id, self._operators)
        if known.person.is_banned:
            return Ban(known, is_new=False, cancelled=0)
        await self._acts.record(admin_id, "ban", subject=str(user_id), details={"reason": reason})
        is_new = await self._directory.ban(user_id, reason)
        await self._directory.set_admin(user_id, False)
        return Ban(known, is_new, cancelled=await work.cancel_all_of(user_id))
