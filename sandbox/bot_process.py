"""The bot as a child process: started with the sandbox's address, restarted, stopped."""

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence

_SET_PARENT_DEATH_SIGNAL = 1
_LONGEST_PAUSE_SECONDS = 30.0
_SHORT_LIFE_SECONDS = 30.0
_MAX_SHORT_LIVES = 3
_STOP_SECONDS = 20.0
_LONGEST_LINE_BYTES = 1024 * 1024

Say = Callable[[str], None]


class BotProcess:
    """Runs `command` until `stop()`; starts it again when it dies.

    A child that dies three times in a row within thirty seconds of its start is given up, as
    starting it a fourth time would only repeat its error. Its output goes to `say`, a line
    at a time.
    """

    def __init__(
        self,
        environment: Mapping[str, str],
        say: Say,
        command: Sequence[str] = (sys.executable, "-m", "bot"),
        *,
        first_pause_seconds: float = 1.0,
    ) -> None:
        self._environment = {**os.environ, "PYTHONUNBUFFERED": "1", **environment}
        self._say = say
        self._command = command
        self._first_pause_seconds = first_pause_seconds
        self._process: asyncio.subprocess.Process | None = None
        self._task: asyncio.Task[None] | None = None
        self._is_stopping = False
        self.has_lived = False
        """True once a child lived longer than thirty seconds: its start works."""

    @property
    def is_running(self) -> bool:
        return self._task is not None and not self._task.done()

    def start(self) -> None:
        self._task = asyncio.create_task(self._keep_running())

    async def given_up(self) -> None:
        """Waits until no further child will be started."""
        if self._task is not None:
            await asyncio.wait({self._task})

    async def stop(self) -> None:
        """SIGTERM, so that the bot drains its work; SIGKILL after twenty seconds."""
        self._is_stopping = True
        if self._task is None:
            return
        process = self._process
        if process is None or process.returncode is not None:
            self._task.cancel()
        else:
            process.terminate()
            await asyncio.wait({self._task}, timeout=_STOP_SECONDS)
            if process.returncode is None:
                self._say("bot | does not stop; killed")
                process.kill()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task
        self._task = None

    async def _keep_running(self) -> None:
        pause_seconds, short_lives = self._first_pause_seconds, 0
        while not self._is_stopping:
            started = time.monotonic()
            status = await self._run_once()
            if self._is_stopping:
                return
            if time.monotonic() - started >= _SHORT_LIFE_SECONDS:
                pause_seconds, short_lives = self._first_pause_seconds, 0
                self.has_lived = True
            short_lives += 1
            if short_lives >= _MAX_SHORT_LIVES:
                self._say(
                    f"bot | ended {short_lives} times soon after its start; not started again"
                )
                return
            self._say(f"bot | ended with status {status}; starts again in {pause_seconds:g} s")
            await asyncio.sleep(pause_seconds)
            pause_seconds = min(pause_seconds * 2, _LONGEST_PAUSE_SECONDS)

    async def _run_once(self) -> int:
        """One life of the child, in a session of its own: Ctrl-C reaches it only through us."""
        process = await asyncio.create_subprocess_exec(
            *self._command,
            env=self._environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,
            limit=_LONGEST_LINE_BYTES,
        )
        self._process = process
        try:
            await self._repeat_output(process.stdout)
            return await process.wait()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()

    async def _repeat_output(self, output: asyncio.StreamReader | None) -> None:
        while output is not None:
            try:
                line = await output.readline()
            except ValueError:
                continue
            if not line:
                return
            self._say(f"bot | {line.decode('utf-8', 'replace').rstrip()}")


_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def _die_with_parent() -> None:
    """In the child: the kernel ends it when the sandbox is killed, so no orphan polls on."""
    if _libc is not None:
        _libc.prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)
