"""A way in for somebody, with an end."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.administration import Invite, NewInvite, token_sha256
from domain.errors import ActRefusedError
from domain.ports import AdminActLog, InviteRepository

MOST_DAYS: Final = 365
MOST_USES: Final = 1000
DEFAULT_DAYS: Final = 7
DEFAULT_USES: Final = 1
_TOKEN_BYTES: Final = 24
_NOTE_CHARACTERS: Final = 100


@dataclass(frozen=True)
class InviteTerms:
    """What an admin typed after /invite: for how long, for how many, and for whom."""

    days: int = DEFAULT_DAYS
    uses: int = DEFAULT_USES
    note: str | None = None

    @classmethod
    def read(cls, text: str) -> "InviteTerms":
        """`[days] [uses] [note]`: numbers come first; what is no number begins the note.

        Raises ActRefusedError for days beyond 1..365 or uses beyond 1..1000.
        """
        words = text.split()
        numbers: list[int] = []
        while words and len(numbers) < 2 and words[0].isascii() and words[0].isdecimal():
            numbers.append(int(words.pop(0)[:9]))
        days, uses = (numbers + [DEFAULT_DAYS, DEFAULT_USES][len(numbers) :])[:2]
        if not (1 <= days <= MOST_DAYS and 1 <= uses <= MOST_USES):
            raise ActRefusedError("invite_bounds")
        return cls(days, uses, " ".join(words)[:_NOTE_CHARACTERS] or None)


@dataclass(frozen=True)
class FreshInvite:
    """The only moment at which the token is known: nobody can read it again."""

    invite: Invite
    token: str


class MakeInvite:
    def __init__(self, invites: InviteRepository, acts: AdminActLog) -> None:
        self._invites = invites
        self._acts = acts

    async def __call__(self, admin_id: int, terms: InviteTerms, now: datetime) -> FreshInvite:
        # A deep link's parameter has at most 64 of the letters A-Za-z0-9_-: 24 bytes make 32.
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        details = {"days": terms.days, "uses": terms.uses, "note": terms.note}
        await self._acts.record(admin_id, "invite", details=details)
        invite = await self._invites.add(
            NewInvite(
                token_sha256=token_sha256(token),
                created_by=admin_id,
                expires_at=now + timedelta(days=terms.days),
                uses_left=terms.uses,
                note=terms.note,
            )
        )
        return FreshInvite(invite, token)


class RevokeInvite:
    def __init__(self, invites: InviteRepository, acts: AdminActLog) -> None:
        self._invites = invites
        self._acts = acts

    async def __call__(self, admin_id: int, invite_id: int) -> None:
        """What is revoked already stays so."""
        await self._acts.record(admin_id, "revoke_invite", subject=str(invite_id))
        await self._invites.revoke(invite_id)
