"""A person takes back everything."""

from domain.ports import PersonalData
from domain.privacy import StoredCounts


class EraseUser:
    """Erases all that is stored about a person; their unfinished work must be cancelled before."""

    def __init__(self, personal: PersonalData) -> None:
        self._personal = personal

    async def count(self, user_id: int) -> StoredCounts:
        """What an erasure would remove."""
        return await self._personal.count(user_id)

    async def __call__(self, user_id: int) -> StoredCounts:
        """Returns what was removed; a second time it is nothing."""
        return await self._personal.erase(user_id)
