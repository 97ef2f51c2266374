"""The measurements, each on a sandbox of its own. Talkers and sandbox are one process beside the
bot's, on the same cores."""

import asyncio
import os
import statistics
import sys
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from sandbox.client import SandboxClient
from sandbox.server import QUERY_LIFETIME_SECONDS, SandboxServer
from tests.e2e.running import RunningBot
from tests.load.talkers import Applicant, send_texts, settle
from tests.load.watching import ChatEyes, TimedQueries

_FIRST_ID = 80_000
_TEXTS_EACH = 40
_TEXT_CHATS = 50
_SECONDS_A_CHAT = 0.12
_MEBIBYTE = 1 << 20


async def measure_texts(folder: Path, bundle: Path) -> Mapping[str, float]:
    """Texts a second of a bare echo bot and of ours, and their ratio; and the milliseconds of CPU
    that each bot takes for a text, which other work on the machine moves less."""
    user_ids = range(_FIRST_ID, _FIRST_ID + _TEXT_CHATS)
    texts = _TEXT_CHATS * _TEXTS_EACH
    async with SandboxServer() as server, SandboxClient(server.url) as client:
        environment = os.environ | {"BOT_TOKEN": server.token, "TELEGRAM_API_URL": server.url}
        echo = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.load.echo_bot", env=environment
        )
        try:
            await send_texts(client, user_ids[:1], 1)
            before = _cpu_seconds(echo.pid)
            bare = await send_texts(client, user_ids, _TEXTS_EACH)
            bare_cpu = _cpu_seconds(echo.pid) - before
        finally:
            echo.terminate()
            await echo.wait()
    async with _crowd(folder, bundle, user_ids) as (server, client, _, bot):
        await send_texts(client, user_ids[:1], 1)
        before = _cpu_seconds(bot.pid)
        ours = await send_texts(client, user_ids, _TEXTS_EACH)
        ours_cpu = _cpu_seconds(bot.pid) - before
    return {
        "echo_texts_a_second": bare,
        "texts_a_second": ours,
        "texts_ratio": ours / bare,
        "echo_cpu_ms_a_text": 1000 * bare_cpu / texts,
        "cpu_ms_a_text": 1000 * ours_cpu / texts,
    }


async def measure_crowd(folder: Path, bundle: Path, chats: int) -> Mapping[str, float]:
    """All chats are open at once and each sends a file, so that the model's queue is never empty.

    They begin spread over the first `_SECONDS_A_CHAT` * chats seconds, faster than they can be
    scored. A tap is timed in the sandbox, from the update it makes to answerCallbackQuery.
    """
    alone = await _scorer_alone(bundle)
    user_ids = range(_FIRST_ID, _FIRST_ID + chats)
    async with _crowd(folder, bundle, user_ids) as (server, client, eyes, bot):
        queries = TimedQueries(QUERY_LIFETIME_SECONDS)
        server.telegram.queries = queries
        applicants = [Applicant(client, eyes, user_id) for user_id in user_ids]
        before, own_before = _cpu_seconds(bot.pid), time.process_time()
        started = time.monotonic()
        await asyncio.gather(*(one.apply(_SECONDS_A_CHAT * chats) for one in applicants))
        seconds = time.monotonic() - started
        cpu, own_cpu = _cpu_seconds(bot.pid) - before, time.process_time() - own_before
    taps = sorted(queries.answered_after)
    return {
        "chats": chats,
        "taps": len(taps),
        "taps_unanswered": queries.unanswered,
        "tap_p50_seconds": statistics.median(taps),
        "tap_p95_seconds": taps[int(0.95 * len(taps))],
        "tap_worst_seconds": taps[-1],
        "told_queue_full": sum(one.refusals for one in applicants),
        "files_a_second": chats / seconds,
        "scorer_alone_files_a_second": alone,
        "files_ratio": chats / seconds / alone,
        "bot_cores": cpu / seconds,
        "talkers_cores": own_cpu / seconds,
    }


async def measure_memory(folder: Path, bundle: Path, analyses: int) -> Mapping[str, float]:
    """The bot's memory after a fifth of the analyses and at the end (unique set, children too)."""
    people = 20
    user_ids = range(_FIRST_ID, _FIRST_ID + people)
    async with _crowd(folder, bundle, user_ids) as (_, client, eyes, bot):
        applicants = [Applicant(client, eyes, user_id) for user_id in user_ids]
        rounds, early = max(5, analyses // people), 0.0
        for number in range(rounds):
            await asyncio.gather(*(one.apply() for one in applicants))
            if number + 1 == rounds // 5:
                early = _memory_mib(bot.pid)
        late = _memory_mib(bot.pid)
    return {
        "analyses": rounds * people,
        "early_mib": early,
        "late_mib": late,
        "growth_mib": late - early,
    }


@asynccontextmanager
async def _crowd(
    folder: Path, bundle: Path, user_ids: Sequence[int]
) -> AsyncIterator[tuple[SandboxServer, SandboxClient, ChatEyes, RunningBot]]:
    """A running bot to whom these people are known."""
    async with SandboxServer() as server, SandboxClient(server.url) as client:
        bot = RunningBot(server, folder, bundle)
        await settle(bot.environment["DATABASE_URL"], user_ids)
        await bot.start()
        try:
            async with ChatEyes(server.telegram) as eyes:
                yield server, client, eyes, bot
        finally:
            await bot.stop()


async def _scorer_alone(bundle: Path) -> float:
    """Resumes a second with one thread and nothing else to do."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.load.scorer", str(bundle)),
        env=os.environ | {"OMP_NUM_THREADS": "1"},
        stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await process.communicate()
    return float(output.split()[-1])


def _cpu_seconds(pid: int | None) -> float:
    """Of the process and of the children that it has waited for."""
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system + times.children_user + times.children_system)


def _memory_mib(pid: int | None) -> float:
    process = psutil.Process(pid)
    family = [process, *process.children(recursive=True)]
    return sum(float(one.memory_full_info().uss) for one in family) / _MEBIBYTE
