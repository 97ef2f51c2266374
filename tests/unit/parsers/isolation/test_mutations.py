"""Whatever happened to a file, it ends as a reading or as one of the error codes."""

import asyncio
import contextlib
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import ResumeFileError
from parsers.isolation import IsolatedResumeReader, ParsingLimits
from tests.bombs.mutations import MUTATIONS, NAMES, Mutation, mutate, sample

ProcessOf = tuple[asyncio.Runner, IsolatedResumeReader]


@pytest.fixture(scope="module")
def process() -> Iterator[ProcessOf]:
    with asyncio.Runner() as runner:
        reader = IsolatedResumeReader(ParsingLimits(seconds=2, program_seconds=2))
        runner.run(reader.start())
        yield runner, reader
        runner.run(reader.close())


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=st.sampled_from([n for n in NAMES if "scan" not in n]), mutations=MUTATIONS)
def test_a_spoilt_file_costs_nothing_but_itself(
    process: ProcessOf, name: str, mutations: list[Mutation]
) -> None:
    runner, reader = process
    with contextlib.suppress(ResumeFileError):
        reading = runner.run(reader.read(mutate(sample(name), mutations), name))
        assert reading.resume.layout
    assert reader.restarts == 0
