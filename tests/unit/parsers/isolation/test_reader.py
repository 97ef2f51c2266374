import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from domain.errors import (
    DamagedFileError,
    FileTooLargeError,
    NotAResumeError,
    ReadingTimeoutError,
    ResumeFileError,
    TooComplexError,
)
from parsers.isolation import IsolatedResumeReader, IsolationUnavailableError, ParsingLimits
from parsers.isolation.landlock import can_restrict_files
from parsers.isolation.seccomp import can_filter_calls

pytestmark = pytest.mark.asyncio(loop_scope="module")

SERVER = "tests.unit.parsers.isolation.misbehaving"
LIMITS = ParsingLimits(seconds=30, memory_bytes=1 << 30, max_bytes=1_000, processes=4)


def children_of(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in path.read_text().split()] if path.exists() else []


def supervisors() -> list[int]:
    found = []
    for child in children_of(os.getpid()):
        words = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
        if SERVER.encode() in words:
            found.append(child)
    return found


async def until(holds: Callable[[], bool]) -> None:
    while not holds():  # noqa: ASYNC110 - another process's life has no event to wait for
        await asyncio.sleep(0.01)


def reading_now() -> list[int]:
    return [child for supervisor in supervisors() for child in children_of(supervisor)]


async def until_reading(count: int) -> list[int]:
    """Waits for so many children."""
    await until(lambda: len(reading_now()) == count)
    return reading_now()


async def until_gone(pid: int) -> None:
    await until(lambda: not Path(f"/proc/{pid}").exists())


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def reader() -> AsyncIterator[IsolatedResumeReader]:
    reader = IsolatedResumeReader(LIMITS, server=SERVER)
    await reader.start()
    yield reader
    await reader.close()
    assert not supervisors()


async def say(reader: IsolatedResumeReader, words: str) -> str | None:
    return (await reader.read(words.encode(), "a.txt")).resume.position


@pytest.mark.parametrize(
    ("words", "error", "facts"),
    [
        ("eat memory", TooComplexError, {"what": "memory", "limit": 1 << 30}),
        ("abort", TooComplexError, {"what": "memory", "limit": 1 << 30}),
        ("talk", TooComplexError, {"what": "answer", "limit": LIMITS.max_answer_bytes}),
        ("recurse", TooComplexError, {"what": "nesting", "limit": 0}),
        ("crash", DamagedFileError, {}),
        ("leave", DamagedFileError, {}),
        ("raise", DamagedFileError, {}),
        ("refuse", NotAResumeError, {}),
    ],
)
async def test_a_bad_child_costs_one_answer(
    reader: IsolatedResumeReader, words: str, error: type[ResumeFileError], facts: dict[str, object]
) -> None:
    with pytest.raises(error) as caught:
        await say(reader, words)
    assert vars(caught.value) == facts
    assert await say(reader, "next") == "next a.txt"


@pytest.mark.parametrize("words", ["hang", "spin"])
async def test_time_ends(words: str) -> None:
    reader = IsolatedResumeReader(ParsingLimits(seconds=0.3), server=SERVER)
    with pytest.raises(ReadingTimeoutError) as caught:
        await say(reader, words)
    assert caught.value.limit_seconds == 0.3
    assert await say(reader, "next") == "next a.txt"
    await reader.close()


async def test_several_at_once_do_not_wait_for_a_slow_one(reader: IsolatedResumeReader) -> None:
    slow = asyncio.create_task(say(reader, "hang"))
    answers = await asyncio.gather(*(say(reader, f"n{number}") for number in range(8)))
    assert answers == [f"n{number} a.txt" for number in range(8)]
    assert not slow.done()
    slow.cancel()
    await asyncio.gather(slow, return_exceptions=True)


async def test_cancelling_kills_the_child(reader: IsolatedResumeReader) -> None:
    reading = asyncio.create_task(say(reader, "hang"))
    await until_reading(1)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    await until_reading(0)
    assert await say(reader, "next") == "next a.txt"


async def test_no_more_children_than_allowed(reader: IsolatedResumeReader) -> None:
    readings = [asyncio.create_task(say(reader, "hang")) for _ in range(LIMITS.processes + 3)]
    await until_reading(LIMITS.processes)
    await asyncio.sleep(0.05)
    await until_reading(LIMITS.processes)
    for reading in readings:
        reading.cancel()
    await asyncio.gather(*readings, return_exceptions=True)


async def test_a_dead_supervisor_is_started_again_and_the_document_retried(
    reader: IsolatedResumeReader,
) -> None:
    (first,) = supervisors()
    os.kill(first, signal.SIGKILL)
    assert await say(reader, "again") == "again a.txt"
    (second,) = supervisors()
    assert second != first


async def test_a_document_that_kills_the_supervisor_twice_is_given_up(
    reader: IsolatedResumeReader,
) -> None:
    reading = asyncio.create_task(say(reader, "hang"))
    for _ in range(2):
        (child,) = await until_reading(1)
        os.kill(supervisors()[0], signal.SIGKILL)
        await until_gone(child)
    with pytest.raises(TooComplexError):
        await reading


async def test_a_child_prints_into_nowhere_and_sees_no_secret(
    reader: IsolatedResumeReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await say(reader, "print") == "5"
    monkeypatch.setenv("BOT_TOKEN", "42:made-up")
    fresh = IsolatedResumeReader(LIMITS, server=SERVER)
    assert "BOT_TOKEN" not in (await say(fresh, "tell") or "").split()
    await fresh.close()


@pytest.mark.skipif(not can_filter_calls(), reason="this kernel filters no calls")
@pytest.mark.parametrize("deed", ["write", "remove", "fork", "execute", "shoot", "dial"])
async def test_a_child_can_do_nothing_but_read(reader: IsolatedResumeReader, deed: str) -> None:
    before = supervisors()
    with pytest.raises(DamagedFileError):
        await say(reader, deed)
    assert supervisors() == before


@pytest.mark.skipif(not can_restrict_files(), reason="this kernel has no Landlock")
async def test_a_child_reads_no_file_but_libraries(reader: IsolatedResumeReader) -> None:
    with pytest.raises(DamagedFileError):
        await say(reader, "peek")


async def test_too_large_a_file_never_reaches_a_process() -> None:
    before = supervisors()
    reader = IsolatedResumeReader(LIMITS, server=SERVER)
    with pytest.raises(FileTooLargeError):
        await reader.read(bytes(1_001), "a.txt")
    assert supervisors() == before
    await reader.close()


async def test_a_server_that_does_not_start_is_no_fault_of_the_file() -> None:
    reader = IsolatedResumeReader(LIMITS, server="tests.unit.parsers.isolation.missing")
    with pytest.raises(IsolationUnavailableError):
        await reader.start()
    await reader.close()
    with pytest.raises(RuntimeError):
        await reader.read(b"text", "a.txt")
