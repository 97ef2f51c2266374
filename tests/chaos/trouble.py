"""What goes wrong: kills, stops, Telegram's faults, a locked database, a full disk."""

import asyncio
import random
import resource
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from sandbox.client import SandboxClient
from tests.e2e.running import RunningBot

_FAULT_SECONDS = 4.0
_LOCK_SECONDS = 6.5
"""Longer than the bot's own wait for the lock."""
_DISK_ROOM_BYTES = 8_192
_STARTS = 20


class Trouble:
    """Makes trouble until told to stop; `done` counts each kind."""

    def __init__(
        self,
        bot: RunningBot,
        client: SandboxClient,
        folder: Path,
        *,
        kills: int,
        between_seconds: float,
        seed: int,
    ) -> None:
        self._bot = bot
        self._client = client
        self._database = folder / "bot.db"
        self._kills = kills
        self._between_seconds = between_seconds
        self._random = random.Random(seed)
        self.done: Counter[str] = Counter()
        self.slowest_stop_seconds = 0.0

    async def runs(self) -> None:
        """Every kill is followed by a start; a fault of the next kind stands around each."""
        faults: list[tuple[str, Callable[[], Coroutine[Any, Any, None]]]] = [
            ("429", self._limits),
            ("502", self._bad_gateway),
            ("slow", self._slow),
            ("lost answers", self._lost_answers),
            ("locked database", self._locked_database),
            ("full disk", self._full_disk),
        ]
        for number in range(self._kills):
            name, fault = faults[number % len(faults)]
            await asyncio.sleep(self._random.uniform(0, self._between_seconds))
            standing = asyncio.create_task(fault())
            self.done[name] += 1
            await asyncio.sleep(self._random.uniform(0, 1.5))
            await self._kill()
            await standing
            await self._client.clear_faults()

    async def _kill(self) -> None:
        how = self._random.choice((signal.SIGKILL, signal.SIGTERM))
        self.done[how.name] += 1
        started = time.monotonic()
        await self._bot.stop(how)
        if how == signal.SIGTERM:
            stop_seconds = time.monotonic() - started
            self.slowest_stop_seconds = max(self.slowest_stop_seconds, stop_seconds)
        # A start may be killed again before the model is there.
        until = self._random.choice(("ready", "ready", "loading the model"))
        await self._start(until)

    async def _start(self, until: str) -> None:
        """A bot that meets Telegram or the disk away at its start ends, and is started again."""
        for _ in range(_STARTS):
            try:
                await self._bot.start(until=until)
            except AssertionError:
                self.done["starts in vain"] += 1
                await asyncio.sleep(1)
            else:
                return
        raise AssertionError(self._bot.log[-2000:])

    async def _limits(self) -> None:
        await self._client.set_fault("send*", "retry_after", seconds=1, count=3)
        await self._client.set_fault("edit*", "retry_after", seconds=1, count=3)
        await asyncio.sleep(_FAULT_SECONDS)

    async def _bad_gateway(self) -> None:
        await self._client.set_fault("*", "bad_gateway", count=6)
        await self._client.set_fault("*", "gateway_page", count=6)
        await asyncio.sleep(_FAULT_SECONDS)

    async def _slow(self) -> None:
        await self._client.set_fault("*", "slow", seconds=1.5, count=12)
        await asyncio.sleep(_FAULT_SECONDS)

    async def _lost_answers(self) -> None:
        await self._client.set_fault("send*", "lost_answer", count=2)
        await self._client.set_fault("edit*", "lost_answer", count=2)
        await asyncio.sleep(_FAULT_SECONDS)

    async def _locked_database(self) -> None:
        await asyncio.to_thread(self._hold_lock)

    def _hold_lock(self) -> None:
        connection = sqlite3.connect(self._database, isolation_level=None, timeout=5)
        try:
            connection.execute("BEGIN IMMEDIATE")
            time.sleep(_LOCK_SECONDS)
            connection.execute("ROLLBACK")
        except sqlite3.OperationalError:
            self.done["lock not had"] += 1
        finally:
            connection.close()

    async def _full_disk(self) -> None:
        pid = self._bot.pid
        if pid is None:
            return
        wal = self._database.with_name("bot.db-wal")
        size = max(path.stat().st_size if path.exists() else 0 for path in (wal, self._database))
        hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)[1]
        try:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (size + _DISK_ROOM_BYTES, hard))
            await asyncio.sleep(_FAULT_SECONDS)
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard, hard))
        except ProcessLookupError:
            pass  # it was killed meanwhile; the next one has room
