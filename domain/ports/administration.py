"""What keeps the acts of admins."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from pydantic import JsonValue

from domain.administration import Act, AdminAct


class AdminActLog(Protocol):
    """The audit log: lines are only ever added."""

    async def record(
        self,
        admin_id: int,
        act: Act,
        *,
        subject: str | None = None,
        details: Mapping[str, JsonValue] | None = None,
    ) -> AdminAct: ...

    async def newest(self, *, limit: int, offset: int = 0) -> Sequence[AdminAct]: ...
