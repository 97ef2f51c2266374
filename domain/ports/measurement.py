"""What is measured of the bot as a whole, for admins."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.measurement import Activity, AuditedScore
from domain.resume import Resume
from domain.score import ModelIdentity


class MeasurementSource(Protocol):
    """Facts without names: counts, times, and what an audit groups by."""

    async def activity(self, since: datetime) -> Activity: ...

    async def audited_scores(self, model: ModelIdentity) -> Sequence[AuditedScore]:
        """Of this model; a resume that was corrected or sent again counts once, by its newest."""
        ...

    async def latest_resumes(self, model: ModelIdentity, limit: int) -> Sequence[Resume]:
        """Of the same ones, the newest first."""
        ...
