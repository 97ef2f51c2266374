"""The real bot as a child process beside a sandbox, both on this machine."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from inference.model.files import SHIPPED_BUNDLES
from sandbox.server import SandboxServer
from tests.e2e.forking import ForkedProcess, fork_module

START_SECONDS = 100
STOP_SECONDS = 15
ADMIN_IDS = (900, 901)
"""Admins by ADMIN_IDS of the environment; people of the talks have ids from 1000 on."""
COMPACT = SHIPPED_BUNDLES / "compact"


def shipped_or_tiny_bundle(folder: Path) -> Path:
    """The embedded bundle, or where it is not built yet a random one of the same layout."""
    if (COMPACT / "manifest.json").is_file():
        return COMPACT
    from tests.unit.inference.bundle_factory import make_bundle

    return make_bundle(folder / "tiny")


class RunningBot:
    """`python -m bot` with a database and a log of its own; can be stopped and started again.

    `module` is what runs in place of `bot`. One that `is_forked` starts in a fifth of the time,
    but shares memory with those beside it, so that its own can't be measured.
    """

    def __init__(
        self,
        server: SandboxServer,
        folder: Path,
        bundle: Path,
        *,
        module: str = "bot",
        is_forked: bool = False,
    ) -> None:
        self._module = module
        self._is_forked = is_forked
        self.log_path = folder / "bot.log"
        self.environment = os.environ | {
            "BOT_TOKEN": server.token,
            "TELEGRAM_API_URL": server.url,
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bot.db",
            "BUNDLE": str(bundle),
            "ADMIN_IDS": ",".join(map(str, ADMIN_IDS)),
            "DEVICE": "cpu",
            "RETENTION_DAYS": "3650",
            "MESSAGES_PER_MINUTE": "1000000",
            "FILES_PER_HOUR": "10000",
            "OMP_NUM_THREADS": "1",
            "LANG": "en_GB.UTF-8",
        }
        self._process: asyncio.subprocess.Process | ForkedProcess | None = None
        self._log_read_from = 0

    def listens(self, port: int, secret: str) -> str:
        """From the next start on it takes updates by webhook, at the URL that is returned."""
        url = f"http://127.0.0.1:{port}/telegram"
        self.environment |= {
            "WEBHOOK_URL": url,
            "WEBHOOK_SECRET": secret,
            "WEBHOOK_PORT": str(port),
        }
        return url

    @property
    def log(self) -> str:
        return self.log_path.read_text() if self.log_path.exists() else ""

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def start(self, *, until: str = "ready") -> None:
        """Returns when the log has a line that ends so: "ready", or "loading the model ..."."""
        self._log_read_from = len(self.log)
        if self._is_forked:
            self._process = await fork_module(self._module, self.environment, self.log_path)
        else:
            self._process = await self._execute()
        await self.wait_for_log(until)

    async def _execute(self) -> asyncio.subprocess.Process:
        with self.log_path.open("a") as log:
            return await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", self._module),
                env=self.environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    async def start_if_stopped(self) -> None:
        """A test that failed half-way must not fail the next ones too."""
        if self._process is None or self._process.returncode is not None:
            await self.start()

    async def wait_for_log(self, words: str) -> None:
        async with asyncio.timeout(START_SECONDS):
            while words not in self.log[self._log_read_from :]:
                assert self._process is not None
                assert self._process.returncode is None, f"the bot ended:\n{self.log}"
                await asyncio.sleep(0.05)

    async def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """The exit status; fails where the bot does not end in time."""
        process = self._process
        if process is None:
            return 0
        if process.returncode is None:
            process.send_signal(how)
        try:
            return await asyncio.wait_for(process.wait(), STOP_SECONDS)
        except TimeoutError:
            process.kill()
            await process.wait()
            raise AssertionError(f"the bot did not stop on {how.name}:\n{self.log}") from None
        finally:
            self._process = None

    async def restart(self, how: signal.Signals, *, until: str = "ready") -> None:
        status = await self.stop(how)
        assert status == (0 if how == signal.SIGTERM else -how)
        await self.start(until=until)
