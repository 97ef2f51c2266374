"""Comes in with an invitation."""

from domain.administration import token_sha256
from domain.ports import InviteRepository


class RedeemInvite:
    """True where the person may come in by this token, now or since before."""

    def __init__(self, invites: InviteRepository) -> None:
        self._invites = invites

    async def __call__(self, user_id: int, token: str) -> bool:
        return await self._invites.redeem(token_sha256(token), user_id)
