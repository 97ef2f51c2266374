"""An admin stops what a person has in work."""

from domain.errors import ActRefusedError
from domain.ports import AdminActLog, PeopleDirectory
from usecases.admin.ban_person import WorkCanceller


class CancelWork:
    def __init__(self, directory: PeopleDirectory, acts: AdminActLog) -> None:
        self._directory = directory
        self._acts = acts

    async def __call__(self, admin_id: int, user_id: int, work: WorkCanceller) -> int:
        """How many tasks were taken back. Raises ActRefusedError for an unknown person."""
        if await self._directory.find(user_id) is None:
            raise ActRefusedError("unknown")
        await self._acts.record(admin_id, "cancel_work", subject=str(user_id))
        return await work.cancel_all_of(user_id)
