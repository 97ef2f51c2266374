"""Invitations in words: what is open, and the one message that has a link."""

from collections.abc import Sequence
from datetime import datetime

from bot.i18n import Html, Translator, join_html
from bot.replies.cutting import one_line
from domain.administration import Invite
from usecases.admin.make_invite import FreshInvite

_NOTE_UNITS = 60
_DAY = "%d.%m.%Y %H:%M"


def invites_text(translator: Translator, shown: Sequence[Invite], total: int, access: str) -> Html:
    blocks = [translator.html("admin-invites-title", count=total)]
    if access == "open":
        blocks.append(translator.html("admin-invites-open"))
    blocks += [_line(translator, invite) for invite in shown]
    blocks.append(translator.html("admin-invites-hint"))
    return join_html("\n\n", blocks)


def fresh_invite_text(translator: Translator, fresh: FreshInvite, bot_name: str) -> Html:
    return translator.html(
        "admin-invite-link",
        number=str(fresh.invite.id),
        link=f"https://t.me/{bot_name}?start={fresh.token}",
        until=_moment(fresh.invite.expires_at),
        uses=fresh.invite.uses_left,
    )


def _line(translator: Translator, invite: Invite) -> Html:
    return translator.html(
        "admin-invites-line",
        number=str(invite.id),
        used=invite.used,
        all=invite.used + invite.uses_left,
        until=_moment(invite.expires_at),
        note=one_line(invite.note or "", _NOTE_UNITS) or "none",
    )


def _moment(when: datetime) -> str:
    return f"{when:{_DAY}}"
