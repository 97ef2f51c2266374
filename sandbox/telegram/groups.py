"""A group: who is in it, and what the bot may hear there."""

from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from sandbox.telegram.people import Person

GroupKind = Literal["group", "supergroup"]
BotStatus = Literal["left", "member", "administrator", "kicked"]
GROUP_KINDS: tuple[str, ...] = get_args(GroupKind)
BOT_STATUSES: tuple[str, ...] = get_args(BotStatus)
_FIRST_GROUP_ID = 4_000_000_001
_FIRST_SUPERGROUP_ID = 1_000_000_000_001 + 1_900_000_000


def group_id(kind: GroupKind, number: int) -> int:
    """The id of the sandbox's `number`-th group: negative, a supergroup's with -100 before it."""
    return -(number + (_FIRST_GROUP_ID if kind == "group" else _FIRST_SUPERGROUP_ID))


@dataclass
class Group:
    """A chat of several people. The first member made it; `admin_ids` are the others in charge."""

    id: int
    title: str
    kind: GroupKind = "group"
    members: dict[int, Person] = field(default_factory=dict)
    creator_id: int = 0
    admin_ids: set[int] = field(default_factory=set)
    bot_status: BotStatus = "left"

    @property
    def has_bot(self) -> bool:
        return self.bot_status in ("member", "administrator")

    def as_chat(self) -> dict[str, Any]:
        return {"id": self.id, "type": self.kind, "title": self.title}

    def status_of(self, user_id: int) -> str:
        """A person's ChatMember status: creator, administrator, member or left."""
        if user_id not in self.members:
            return "left"
        if user_id == self.creator_id:
            return "creator"
        return "administrator" if user_id in self.admin_ids else "member"


def member_json(user: dict[str, Any], status: str) -> dict[str, Any]:
    """The Bot API's ChatMember, with the rights that the sandbox knows of."""
    member: dict[str, Any] = {"user": user, "status": status}
    if status == "kicked":
        member["until_date"] = 0
    elif status == "creator":
        member["is_anonymous"] = False
    elif status == "administrator":
        member |= {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(_RIGHTS, True)
    return member


_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)
