"""The measurements, each on a sandbox of its own."""

import asyncio
import os
import statistics
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from tests.e2e.running import RunningBot
from tests.load.talkers import Applicant, send_texts, settle

_FIRST_ID = 80_000
_TEXTS_EACH = 10
_TEXT_CHATS = 50
_MEBIBYTE = 1 << 20


async def measure_texts(folder: Path, bundle: Path) -> Mapping[str, float]:
    """Texts a second of a bare echo bot and of ours, and their ratio."""
    user_ids = range(_FIRST_ID, _FIRST_ID + _TEXT_CHATS)
    async with SandboxServer() as server, SandboxClient(server.url) as client:
        environment = os.environ | {"BOT_TOKEN": server.token, "TELEGRAM_API_URL": server.url}
        echo = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.load.echo_bot", env=environment
        )
        try:
            await send_texts(client, user_ids[:1], 1)
            bare = await send_texts(client, user_ids, _TEXTS_EACH)
        finally:
            echo.terminate()
            await echo.wait()
    async with SandboxServer() as server, SandboxClient(server.url) as client:
        bot = RunningBot(server, folder, bundle)
        await bot.start()
        await settle(client, user_ids)
        ours = await send_texts(client, user_ids, _TEXTS_EACH)
        await bot.stop()
    return {"echo_texts_a_second": bare, "texts_a_second": ours, "texts_ratio": ours / bare}


async def measure_crowd(folder: Path, bundle: Path, chats: int) -> Mapping[str, float]:
    """All send a file at once and tap; seconds until a tap is answered, files scored a second."""
    async with SandboxServer() as server, SandboxClient(server.url) as client:
        bot = RunningBot(server, folder, bundle)
        await bot.start()
        user_ids = range(_FIRST_ID, _FIRST_ID + chats)
        await settle(client, user_ids)
        applicants = [Applicant(client, user_id) for user_id in user_ids]
        started = time.monotonic()
        await asyncio.gather(*(one.apply() for one in applicants))
        seconds = time.monotonic() - started
        await bot.stop()
    taps = sorted(second for one in applicants for second in one.tap_seconds)
    return {
        "chats": chats,
        "taps": len(taps),
        "tap_p50_seconds": statistics.median(taps),
        "tap_p95_seconds": taps[int(0.95 * len(taps))],
        "tap_worst_seconds": taps[-1],
        "files_a_second": chats / seconds,
    }


async def measure_memory(folder: Path, bundle: Path, analyses: int) -> Mapping[str, float]:
    """The bot's memory after a fifth of the analyses and at the end (unique set, children too)."""
    people = 20
    async with SandboxServer() as server, SandboxClient(server.url) as client:
        bot = RunningBot(server, folder, bundle)
        await bot.start()
        user_ids = range(_FIRST_ID, _FIRST_ID + people)
        await settle(client, user_ids)
        applicants = [Applicant(client, user_id) for user_id in user_ids]
        rounds, early = max(5, analyses // people), 0.0
        for number in range(rounds):
            await asyncio.gather(*(one.apply() for one in applicants))
            if number + 1 == rounds // 5:
                early = _memory_mib(bot.pid)
        late = _memory_mib(bot.pid)
        await bot.stop()
    return {
        "analyses": rounds * people,
        "early_mib": early,
        "late_mib": late,
        "growth_mib": late - early,
    }


def _memory_mib(pid: int | None) -> float:
    process = psutil.Process(pid)
    family = [process, *process.children(recursive=True)]
    return sum(float(one.memory_full_info().uss) for one in family) / _MEBIBYTE
