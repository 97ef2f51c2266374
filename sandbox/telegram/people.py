"""The bot's account and the made-up people who talk to it."""

from dataclasses import dataclass
from typing import Any

_FIRST_NAMES = {"ru": "Гость", "en": "Guest"}


@dataclass
class Person:
    """A person with a private chat; a chat id equals the person's id, as in Telegram."""

    id: int
    language_code: str = "ru"
    first_name: str = ""
    username: str | None = None
    has_blocked_bot: bool = False
    is_deactivated: bool = False

    def __post_init__(self) -> None:
        if not self.first_name:
            self.first_name = f"{_FIRST_NAMES.get(self.language_code, 'Guest')} {self.id}"

    def as_user(self) -> dict[str, Any]:
        name = {"username": self.username} if self.username else {}
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "language_code": self.language_code,
        } | name

    def as_chat(self) -> dict[str, Any]:
        name = {"username": self.username} if self.username else {}
        return {"id": self.id, "type": "private", "first_name": self.first_name} | name


@dataclass
class BotAccount:
    """The one bot of the sandbox; its id is the part of the token before the colon."""

    token: str
    first_name: str = "Resume expertise (sandbox)"
    username: str = "resume_expertise_sandbox_bot"

    @property
    def id(self) -> int:
        return int(self.token.partition(":")[0])

    def as_user(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.first_name,
            "username": self.username,
        }

    def as_me(self) -> dict[str, Any]:
        """getMe's answer."""
        return self.as_user() | {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
