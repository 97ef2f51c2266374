"""What other processes can do to the file: die in the middle of a write, or want it too."""

import asyncio
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from domain.errors import DatabaseBusyError
from storage.database import Database, open_database
from tests.unit.storage.writer_process import BATCH

_ROOT = Path(__file__).parents[3]


@contextmanager
def _writer(url: str) -> Iterator[subprocess.Popen[str]]:
    """A writer that has the database open; killed without warning at the end of the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.unit.storage.writer_process", url],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def _run_writer(url: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.unit.storage.writer_process", url]
    return subprocess.run(
        command, cwd=_ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def _promises(url: str, seconds: float) -> list[tuple[str, int]]:
    with _writer(url) as process:
        time.sleep(seconds)
        process.kill()
        promised, _ = process.communicate()
    whole = [line.split() for line in promised.splitlines(keepends=True) if line.endswith("\n")]
    return [(word, int(number)) for word, number in whole]


async def _assert_kept(database: Database, promises: list[tuple[str, int]]) -> None:
    updates = [update.update_id for update in await database.inbox.pending(limit=10**6)]
    assert updates == list(range(len(updates)))  # in order, none twice, none missing
    assert len(updates) % BATCH == 0  # no batch by half
    for first in (number for word, number in promises if word == "accepted"):
        assert first + BATCH <= len(updates)
    scored = [number for word, number in promises if word == "scored"]
    history = await database.analyses.list_newest(7, limit=10**6, offset=0)
    tasks_with_rows = [int(row.resume.position or 0) for row in history]
    assert len(set(tasks_with_rows)) == len(tasks_with_rows)
    assert set(scored) <= set(tasks_with_rows)
    unfinished = {task.id for task in await database.tasks.unfinished()}
    assert unfinished.isdisjoint(tasks_with_rows)
    promised_tasks = {number for word, number in promises if word == "task"}
    assert promised_tasks <= unfinished | set(tasks_with_rows)


async def test_a_killed_process_loses_nothing_it_accepted(url: str) -> None:
    promises: list[tuple[str, int]] = []
    moments = random.Random(20260301)
    for _ in range(5):
        promises += _promises(url, seconds=moments.uniform(0.02, 0.4))
        database = await open_database(url)
        await _assert_kept(database, promises)
        await database.close()
    assert len(promises) > 10


async def test_a_second_process_is_refused_while_the_first_lives(url: str) -> None:
    with _writer(url), pytest.raises(DatabaseBusyError):
        await open_database(url)
    database = await open_database(url)
    refused = await asyncio.to_thread(_run_writer, url)
    await database.close()
    assert refused.returncode == 1
    assert "DatabaseBusyError" in refused.stderr
    assert refused.stdout == ""
