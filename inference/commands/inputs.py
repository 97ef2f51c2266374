"""A file -> the rows to score: a resume file, or JSON in the resume or the row form."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from domain.resume import Reading
from inference.commands.json_rows import JSON_SUFFIXES, checked, read_json_rows
from inference.commands.problem import Problem
from inference.prompts import PromptRow, row_from_resume

__all__ = ["Problem", "ReadResume", "count_rows", "holds_one_row", "read_rows", "stream_rows"]

ReadResume = Callable[[bytes, str], Awaitable[Reading | Problem]]


async def read_rows(path: Path, read_resume: ReadResume) -> list[PromptRow | Problem]:
    """The rows of one file in order; a bad row is a Problem in its place."""
    return [row async for row in stream_rows(path, read_resume)]


async def stream_rows(path: Path, read_resume: ReadResume) -> AsyncIterator[PromptRow | Problem]:
    """The same one by one, so that a file of JSON lines of any size takes no memory."""
    try:
        if not holds_one_row(path):
            for row in read_json_rows(path):
                yield row
            return
        content = await asyncio.to_thread(path.read_bytes)
    except OSError as error:
        yield Problem("damaged", error.strerror or type(error).__name__)
        return
    reading = await read_resume(content, path.name)
    if isinstance(reading, Problem):
        yield reading
    else:
        yield checked(row_from_resume(reading.resume))


def holds_one_row(path: Path) -> bool:
    """Whether this is a resume file: one row, read by the parsers."""
    return path.suffix.lower() not in JSON_SUFFIXES


def count_rows(path: Path) -> int | None:
    """How many rows there are to come, where that can be told without reading them."""
    if holds_one_row(path):
        return 1
    if path.suffix.lower() == ".json":
        return None
    with path.open("rb") as file:
        # A file without any is told in one line.
        return max(1, sum(not line.isspace() for line in file))
