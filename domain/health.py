"""How the bot's parts are, for whoever runs it."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import BaseModel, ConfigDict


class DatabaseHealth(BaseModel):
    """`is_sound` is what SQLite's quick check found; None where the file is too large for it.

    `has_wal_reset_race`: this SQLite can lose commits where two processes open the file.
    """

    model_config = ConfigDict(frozen=True)

    path: str
    size_bytes: int
    wal_bytes: int
    is_sound: bool | None
    sqlite_version: str
    has_wal_reset_race: bool


class WorkHealth(BaseModel):
    """What waits and what went wrong. `waiting_tasks` counts the unfinished ones by kind.

    `set_aside` and `failed` are tasks of the last 24 hours; `set_aside` had ended the process
    twice.
    """

    model_config = ConfigDict(frozen=True)

    waiting_updates: int
    oldest_update_at: datetime | None
    waiting_tasks: Mapping[str, int]
    oldest_task_at: datetime | None
    set_aside: int
    failed: int
    done: int
