"""How the bot's parts are, for whoever runs it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, JsonValue

from domain.score import ModelIdentity


class _Facts(BaseModel):
    model_config = ConfigDict(frozen=True)


class DatabaseHealth(_Facts):
    """`is_sound` is what SQLite's quick check found; None where the file is too large for it.

    `has_wal_reset_race`: this SQLite can lose commits where two processes open the file.
    """

    path: str
    size_bytes: int
    wal_bytes: int
    is_sound: bool | None
    sqlite_version: str
    has_wal_reset_race: bool


class WorkHealth(_Facts):
    """What waits and what went wrong. `waiting_tasks` counts the unfinished ones by kind.

    `done`, `failed` and `set_aside` are tasks of the last 24 hours; what is set aside had ended
    the process twice.
    """

    waiting_updates: int
    oldest_update_at: datetime | None
    waiting_tasks: Mapping[str, int]
    oldest_task_at: datetime | None
    set_aside: int
    failed: int
    done: int


class ModelHealth(_Facts):
    """`live` is None while nothing is loaded. `chosen` is the bundle that is meant to be live.

    `is_by_admin`: an admin chose it in the bot, else the settings. `trouble` is why a choice could
    not be loaded at start, so that the settings' bundle stands in for it: the error's name as
    `error`, and its facts.
    """

    live: ModelIdentity | None
    loaded: int
    chosen: str
    is_by_admin: bool
    trouble: Mapping[str, JsonValue] | None


class MachineHealth(_Facts):
    """This process and the machine below it. None where the system does not tell."""

    rss_bytes: int | None
    memory_available_bytes: int | None
    memory_total_bytes: int | None
    disk_free_bytes: int
    uptime_seconds: float
    missing_programs: tuple[str, ...]


class TelegramHealth(_Facts):
    """`lag_seconds` is how old the newest update was when it came; `error` the last failure.

    `waiting` is how many updates a webhook has not been brought yet; None where the bot asks.
    """

    answered_at: datetime | None
    lag_seconds: float | None
    error: str | None
    error_at: datetime | None
    waiting: int | None = None


CheckName = Literal[
    "telegram", "updates", "tasks", "model", "database", "sqlite", "backup", "memory", "disk",
    "readers",
]  # fmt: skip
Level = Literal["good", "warn", "bad"]


class Check(_Facts):
    """One part: how it is, and the facts that its words need."""

    name: CheckName
    level: Level
    facts: Mapping[str, JsonValue]
