"""A banned person may use the bot again."""

from domain.administration import KnownPerson
from domain.errors import ActRefusedError
from domain.ports import AdminActLog, PeopleDirectory


class UnbanPerson:
    def __init__(self, directory: PeopleDirectory, acts: AdminActLog) -> None:
        self._directory = directory
        self._acts = acts

    async def __call__(self, admin_id: int, user_id: int) -> KnownPerson:
        """The person as before. Raises ActRefusedError for an unknown one."""
        known = await self._directory.find(user_id)
        if known is None:
            raise ActRefusedError("unknown")
        if known.person.is_banned:
            await self._acts.record(admin_id, "unban", subject=str(user_id))
            await self._directory.unban(user_id)
        return known
