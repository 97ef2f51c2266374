"""What keeps the acts of admins, and what they act on."""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from pydantic import JsonValue

from domain.administration import (
    Act,
    AdminAct,
    Audience,
    Broadcast,
    BroadcastContent,
    Delivery,
    Invite,
    KnownPerson,
    NewInvite,
)
from domain.analysis import Analysis
from domain.health import DatabaseHealth, WorkHealth


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

    async def count(self) -> int: ...


class PeopleDirectory(Protocol):
    """Everybody, for admins."""

    async def page(self, *, limit: int, offset: int) -> Sequence[KnownPerson]:
        """Who was seen last comes first."""
        ...

    async def count(self) -> int: ...

    async def find(self, user_id: int) -> KnownPerson | None: ...

    async def ban(self, user_id: int, reason: str | None) -> bool:
        """False where the person was banned before; the first ban's time and reason stay."""
        ...

    async def unban(self, user_id: int) -> bool: ...

    async def set_admin(self, user_id: int, is_admin: bool) -> bool:
        """False where it was so before."""
        ...


class InviteRepository(Protocol):
    async def add(self, invite: NewInvite) -> Invite: ...

    async def list_open(self) -> Sequence[Invite]:
        """Those that still let somebody in, newest first."""
        ...

    async def revoke(self, invite_id: int) -> bool:
        """False where it is not there or was revoked before."""
        ...

    async def redeem(self, token_sha256: str, user_id: int) -> bool:
        """Lets a known person in, at the cost of one use; who is in already costs none.

        False where the token is unknown, expired, used up or revoked.
        """
        ...


class BroadcastRepository(Protocol):
    """Broadcasts and how far each has come."""

    async def draft(
        self, admin_id: int, chat_id: int, locale: str, content: BroadcastContent
    ) -> Broadcast: ...

    async def get(self, broadcast_id: int) -> Broadcast | None: ...

    async def count_recipients(self, audience: Audience) -> int:
        """Who agreed, is not banned and has not blocked the bot."""
        ...

    async def begin(
        self, broadcast_id: int, audience: Audience, status_message_id: int | None
    ) -> Broadcast | None:
        """A draft begins to be sent; one that was begun before stays as it is. None: no such."""
        ...

    async def next_recipients(self, broadcast: Broadcast, *, limit: int) -> Sequence[int]:
        """Ids above the cursor, rising; who came after the broadcast began is left out."""
        ...

    async def advance(self, broadcast_id: int, user_id: int, outcome: Delivery) -> Broadcast | None:
        """Moves the cursor to this person. None: its admin has erased all that was theirs."""
        ...

    async def end(self, broadcast_id: int) -> Broadcast | None: ...

    async def cancel(self, broadcast_id: int) -> bool:
        """False where it was not open any more."""
        ...


class SettingStore(Protocol):
    """Small facts that outlive the process, by name."""

    async def read(self, name: str) -> JsonValue: ...

    async def write(self, name: str, value: JsonValue) -> None:
        """None forgets it."""
        ...


class DatabaseKeeper(Protocol):
    """The database as a file."""

    @property
    def path(self) -> Path: ...

    async def copy_to(self, target: Path) -> None:
        """A whole copy as of one moment, in a new file. Raises StorageError."""
        ...

    async def back_up(self, folder: Path) -> Path:
        """A sound, compressed copy in a new file of this folder, in the place of all older ones.
        Raises StorageError."""
        ...

    def oldest_copy_at(self, folder: Path) -> datetime | None:
        """When the oldest copy in this folder was made; None where there is none."""
        ...

    def clear(self, folder: Path) -> None:
        """Takes away what a killed process left half done."""
        ...

    async def scrub(self) -> None:
        """Writes the file anew where something was erased since the last time."""
        ...

    async def health(self) -> DatabaseHealth: ...

    async def work(self) -> WorkHealth: ...


class Archive(Protocol):
    """Everything that is kept, read in pages so that nobody waits long."""

    def rows(self, table: str) -> AsyncIterator[Sequence[Mapping[str, JsonValue]]]:
        """Pages of plain rows, oldest first; `table` is one of `tables`."""
        ...

    @property
    def tables(self) -> Sequence[str]: ...

    def analyses(self) -> AsyncIterator[Sequence[Analysis]]:
        """Of all people, newest first."""
        ...

    async def newest_analyses(self, limit: int) -> Sequence[Analysis]: ...

    async def count_analyses(self) -> int: ...
