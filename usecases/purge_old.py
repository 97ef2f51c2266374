"""What is older than the retention allows goes."""

from collections.abc import Callable
from datetime import datetime, timedelta

from domain.ports import PersonalData
from domain.privacy import Purge


class PurgeOld:
    """Keeps what has come to an end for `retention_days`."""

    def __init__(
        self, personal: PersonalData, retention_days: int, clock: Callable[[], datetime]
    ) -> None:
        self._personal = personal
        self._kept_for = timedelta(days=retention_days)
        self._clock = clock

    async def __call__(self) -> Purge:
        return await self._personal.purge(self._clock() - self._kept_for)
