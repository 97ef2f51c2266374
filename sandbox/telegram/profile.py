"""What a bot says of itself: name, descriptions, commands, menu button."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sandbox.telegram.errors import BadRequestError

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_MAX_COMMANDS = 100
_SCOPES = frozenset(
    {
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    }
)
TEXT_LIMITS = {"name": 64, "description": 512, "short_description": 120}


@dataclass
class BotProfile:
    """Texts by (kind, language) and commands by (scope, language); language "" is the default."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    menu_buttons: dict[int | None, dict[str, Any]] = field(default_factory=dict)

    def set_text(self, kind: str, language: str, text: str) -> None:
        if len(text) > TEXT_LIMITS[kind]:
            raise BadRequestError(f"bot {kind.replace('_', ' ')} is too long")
        self.texts[kind, language] = text

    def text(self, kind: str, language: str) -> str:
        """The text for a language, else the default one, else empty."""
        return self.texts.get((kind, language)) or self.texts.get((kind, ""), "")

    def set_commands(self, scope: Any, language: str, commands: Any) -> None:
        """Raises BadRequestError where a command or a scope is not well formed."""
        if not isinstance(commands, list) or len(commands) > _MAX_COMMANDS:
            raise BadRequestError("expected an Array of BotCommand, at most 100")
        self.commands[_scope_key(scope), language] = [_read_command(one) for one in commands]

    def delete_commands(self, scope: Any, language: str) -> None:
        self.commands.pop((_scope_key(scope), language), None)

    def commands_of(self, scope: Any, language: str) -> list[dict[str, str]]:
        """Exactly what was set for this scope and language."""
        return self.commands.get((_scope_key(scope), language), [])

    def shown_commands(self, scopes: Sequence[Any], language: str) -> list[dict[str, str]]:
        """What a menu shows: of the scopes that hold, narrowest first, and the person's language
        before the default one."""
        for scope in scopes:
            for code in (language, ""):
                commands = self.commands.get((_scope_key(scope), code))
                if commands:
                    return commands
        return []


def private_scopes(user_id: int) -> list[Any]:
    """The scopes that hold in a person's own chat, narrowest first."""
    return [{"type": "chat", "chat_id": user_id}, {"type": "all_private_chats"}, None]


def group_scopes(chat_id: int, user_id: int, *, is_admin: bool) -> list[Any]:
    """The scopes that hold for a member of a group, narrowest first."""
    admins = [{"type": "chat_administrators", "chat_id": chat_id}] if is_admin else []
    all_admins = [{"type": "all_chat_administrators"}] if is_admin else []
    return [
        {"type": "chat_member", "chat_id": chat_id, "user_id": user_id},
        *admins,
        {"type": "chat", "chat_id": chat_id},
        *all_admins,
        {"type": "all_group_chats"},
        None,
    ]


def _scope_key(scope: Any) -> str:
    if scope in (None, "", {}):
        return json.dumps({"type": "default"})
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        raise BadRequestError("unsupported type specified for BotCommandScope")
    if scope["type"].startswith("chat") and not scope.get("chat_id"):
        raise BadRequestError("chat_id is empty")
    if "chat_id" in scope:
        scope = scope | {"chat_id": str(scope["chat_id"])}
    return json.dumps({name: scope[name] for name in sorted(scope) if scope[name] is not None})


def _read_command(value: Any) -> dict[str, str]:
    command = str(value.get("command", "")).removeprefix("/") if isinstance(value, dict) else ""
    if not _COMMAND.fullmatch(command):
        raise BadRequestError("BOT_COMMAND_INVALID")
    description = str(value.get("description", "")).strip()
    if not 1 <= len(description) <= 256:
        raise BadRequestError("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}
