"""Bots forked from a process that has imported all they need.

The imports are most of a start, and the talks start the bot over and over. A forked bot runs the
same module as `python -m` does, with an environment, a log and a death of its own.
"""

import asyncio
import os
import runpy
import signal
import sys
import tempfile
from collections.abc import Mapping
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

_SERVER = get_context("forkserver")
_SERVER.set_forkserver_preload(["tests.e2e.imported"])


class ForkedProcess:
    """As asyncio.subprocess.Process."""

    def __init__(self, process: ForkServerProcess) -> None:
        self._process = process

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        self._process.kill()

    async def wait(self) -> int:
        await asyncio.to_thread(self._process.join)
        return self._process.exitcode or 0


async def fork_module(module: str, environment: Mapping[str, str], log: Path) -> ForkedProcess:
    """`python -m MODULE`; the first one waits for the imports."""
    process = _SERVER.Process(target=_run, args=(module, dict(environment), log), daemon=True)
    await asyncio.to_thread(process.start)
    return ForkedProcess(process)


def _run(module: str, environment: dict[str, str], log: Path) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(environment)
    tempfile.tempdir = None  # was read of the environment of before
    with open(os.devnull, "rb") as nothing, log.open("ab") as kept:
        os.dup2(nothing.fileno(), 0)
        for stream in (1, 2):
            os.dup2(kept.fileno(), stream)
    sys.argv = [module]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
