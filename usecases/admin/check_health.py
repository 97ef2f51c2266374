"""How the bot is: each part good, worth a look, or bad."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

from domain.health import (
    Check,
    DatabaseHealth,
    Level,
    MachineHealth,
    ModelHealth,
    TelegramHealth,
    WorkHealth,
)
from domain.ports import AdminActLog, DatabaseKeeper, SettingStore

LAST_BACKUP: Final = "last_backup"
"""The setting that tells when a backup last succeeded: an ISO time."""
NONE: Final = "none"
"""What stands for no text among the facts of a check."""
_SILENT: Final = timedelta(minutes=2)
_SLOW: Final = timedelta(minutes=1)
_STUCK: Final = timedelta(minutes=10)
_BACKUP_TOO_OLD: Final = timedelta(days=7)
_LARGE_WAL_BYTES: Final = 64 * 2**20
_LITTLE_DISK_BYTES: Final = 2**30
_NO_DISK_BYTES: Final = 200 * 2**20


class CheckHealth:
    """Looks at everything at once; the clock gives now."""

    def __init__(
        self,
        *,
        acts: AdminActLog,
        keeper: DatabaseKeeper,
        settings: SettingStore,
        machine: Callable[[], MachineHealth],
        model: Callable[[], Awaitable[ModelHealth]],
        telegram: Callable[[], TelegramHealth],
        clock: Callable[[], datetime],
    ) -> None:
        self._acts = acts
        self._keeper = keeper
        self._settings = settings
        self._machine = machine
        self._model = model
        self._telegram = telegram
        self._clock = clock

    async def __call__(self, admin_id: int) -> list[Check]:
        await self._acts.record(admin_id, "health")
        now = self._clock()
        database, work = await self._keeper.health(), await self._keeper.work()
        machine = self._machine()
        return [
            _telegram(self._telegram(), now),
            _updates(work, now),
            _tasks(work, now),
            _model(await self._model()),
            _database(database),
            _sqlite(database),
            _backup(await self._settings.read(LAST_BACKUP), now),
            _memory(machine),
            _disk(machine),
            Check(
                name="readers",
                level="warn" if machine.missing_programs else "good",
                facts={"missing": ", ".join(machine.missing_programs)},
            ),
        ]


def _telegram(telegram: TelegramHealth, now: datetime) -> Check:
    error_is_last = telegram.error_at is not None and (
        telegram.answered_at is None or telegram.error_at > telegram.answered_at
    )
    level: Level = "warn" if error_is_last else "good"
    if telegram.answered_at is not None and now - telegram.answered_at > _SILENT:
        level = "bad"
    ago = (now - telegram.answered_at).total_seconds() if telegram.answered_at else -1
    facts = {
        "ago": round(max(ago, -1)),
        "lag": round(telegram.lag_seconds or 0),
        "waiting": -1 if telegram.waiting is None else telegram.waiting,
    }
    error = telegram.error if level != "good" or error_is_last else None
    return Check(name="telegram", level=level, facts=facts | {"error": error or NONE})


def _waited(since: datetime | None, now: datetime) -> timedelta:
    return now - since if since else timedelta()


def _level_of_wait(waited: timedelta) -> Level:
    if waited > _STUCK:
        return "bad"
    return "warn" if waited > _SLOW else "good"


def _updates(work: WorkHealth, now: datetime) -> Check:
    waited = _waited(work.oldest_update_at, now)
    facts = {"count": work.waiting_updates, "seconds": round(waited.total_seconds())}
    return Check(name="updates", level=_level_of_wait(waited), facts=facts)


def _tasks(work: WorkHealth, now: datetime) -> Check:
    # A broadcast to many takes long by itself.
    others = {kind: count for kind, count in work.waiting_tasks.items() if kind != "broadcast"}
    waited = _waited(work.oldest_task_at, now) if others else timedelta()
    level = _level_of_wait(waited)
    if level == "good" and (work.set_aside or work.failed > work.done):
        level = "warn"
    facts = {
        "count": sum(work.waiting_tasks.values()),
        "kinds": ", ".join(f"{kind} {count}" for kind, count in work.waiting_tasks.items()) or NONE,
        "seconds": round(waited.total_seconds()),
        "done": work.done,
        "failed": work.failed,
        "aside": work.set_aside,
    }
    return Check(name="tasks", level=level, facts=facts)


def _model(model: ModelHealth) -> Check:
    live = model.live
    level: Level = "good" if live else "bad"
    if live and model.trouble:
        level = "warn"
    facts = {
        "name": live.name if live else "",
        "revision": live.revision if live else "",
        "demo": "yes" if live and live.is_demo else "no",
        "loaded": model.loaded,
        "chosen": model.chosen,
        "by": "admin" if model.is_by_admin else "settings",
        "trouble": dict(model.trouble or {}),
    }
    return Check(name="model", level=level, facts=facts)


def _database(database: DatabaseHealth) -> Check:
    level: Level = "warn" if database.wal_bytes > _LARGE_WAL_BYTES else "good"
    if database.is_sound is False:
        level = "bad"
    sound = {True: "yes", False: "no", None: "unknown"}[database.is_sound]
    facts = {"megabytes": _mib(database.size_bytes), "wal": _mib(database.wal_bytes)}
    return Check(name="database", level=level, facts=facts | {"sound": sound})


def _sqlite(database: DatabaseHealth) -> Check:
    level: Level = "warn" if database.has_wal_reset_race else "good"
    return Check(name="sqlite", level=level, facts={"version": database.sqlite_version})


def _backup(stored: object, now: datetime) -> Check:
    if not isinstance(stored, str):
        return Check(name="backup", level="warn", facts={"days": -1})
    age = now - datetime.fromisoformat(stored)
    level: Level = "warn" if age > _BACKUP_TOO_OLD else "good"
    return Check(name="backup", level=level, facts={"days": max(0, age.days)})


def _memory(machine: MachineHealth) -> Check:
    available, total = machine.memory_available_bytes, machine.memory_total_bytes
    level: Level = "good"
    if available is not None and total:
        level = "bad" if available < total / 20 else "warn" if available < total / 10 else "good"
    facts = {
        "rss": _mib(machine.rss_bytes or 0),
        "free": _mib(available or 0),
        "hours": round(machine.uptime_seconds / 3600, 1),
    }
    return Check(name="memory", level=level, facts=facts)


def _disk(machine: MachineHealth) -> Check:
    free = machine.disk_free_bytes
    level: Level = (
        "bad" if free < _NO_DISK_BYTES else "warn" if free < _LITTLE_DISK_BYTES else "good"
    )
    return Check(name="disk", level=level, facts={"free": _mib(free)})


def _mib(count: int) -> float:
    return round(count / 2**20, 1)
