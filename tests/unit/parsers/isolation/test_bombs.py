"""Every bomb costs its own child at most, and ends as a reading or as one of the error codes."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from domain.errors import ResumeFileError
from parsers.isolation import IsolatedResumeReader, ParsingLimits
from tests.bombs import Bomb, all_bombs
from tests.bombs.bomb import READ
from tests.samples.make_samples import SAMPLES

pytestmark = pytest.mark.asyncio(loop_scope="module")

LIMITS = ParsingLimits(seconds=1, program_seconds=1)
LATE = "timeout"
"""Is an end for any of them: how much fits into the time is the machine's matter."""
BOMBS = all_bombs()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def reader() -> AsyncIterator[IsolatedResumeReader]:
    reader = IsolatedResumeReader(LIMITS)
    await reader.start()
    yield reader
    await reader.close()


async def outcome_of(reader: IsolatedResumeReader, bomb: Bomb) -> str:
    try:
        await reader.read(bomb.content, bomb.name)
    except ResumeFileError as error:
        return error.code
    return READ


async def test_no_bomb_costs_more_than_its_child(reader: IsolatedResumeReader) -> None:
    assert len(BOMBS) >= 100
    assert len({bomb.name for bomb in BOMBS}) == len(BOMBS)
    outcomes = await asyncio.gather(*(outcome_of(reader, bomb) for bomb in BOMBS))
    wrong = {
        bomb.name: outcome
        for bomb, outcome in zip(BOMBS, outcomes, strict=True)
        if outcome not in bomb.outcomes | {LATE}
    }
    assert wrong == {}
    assert reader.restarts == 0, "the supervisor outlives them all"
    good = Bomb("good.pdf", (SAMPLES / "hh_ru_2024.pdf").read_bytes(), frozenset({READ}))
    assert await outcome_of(reader, good) in {READ, LATE}
