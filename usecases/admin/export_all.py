"""Everything that is kept, as one ZIP of tables."""

import asyncio
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Final

from pydantic import JsonValue

from domain.analysis import Analysis
from domain.ports import Archive
from usecases.admin.csv_table import csv_header, csv_rows

MOST_BYTES: Final = 48_000_000
"""Telegram takes 50 MB of a bot; the last page and the list of contents come on top."""

EXPORTS: Final = "exports"
"""The folder beside the database."""
_NAME: Final = "export-{}.zip"


@dataclass(frozen=True)
class ExportFile:
    """`analyses` are those that fitted, of `total`: the oldest are left out first."""

    path: Path
    people: int
    analyses: int
    total: int


class ExportAll:
    """Writes into `folder`; whoever calls it takes the file away from there.

    One at a time: what lies there from before goes.
    """

    def __init__(
        self,
        archive: Archive,
        folder: Path,
        clock: Callable[[], datetime],
        most_bytes: int = MOST_BYTES,
    ) -> None:
        self._archive = archive
        self._folder = folder
        self._clock = clock
        self._most_bytes = most_bytes

    async def __call__(self) -> ExportFile:
        """Raises StorageError, and OSError where the disk is full."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        clear_exports(self._folder)
        path = self._folder / _NAME.format(f"{self._clock():%Y%m%d-%H%M%S}")
        path.touch(mode=0o600)
        try:
            with path.open("wb") as file, _zip(file) as target:
                counts = {table: await self._table(target, table) for table in self._archive.tables}
                analyses = await self._analyses(target, file)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        total = await self._archive.count_analyses()
        return ExportFile(path, counts.get("people", 0), analyses, total)

    async def _table(self, target: zipfile.ZipFile, table: str) -> int:
        count, columns = 0, None
        with target.open(f"{table}.csv", "w") as part:
            async for rows in self._archive.rows(table):
                if columns is None:
                    columns = list(rows[0])
                    part.write(csv_header(columns))
                await asyncio.to_thread(_write_rows, part, columns, rows)
                count += len(rows)
        return count

    async def _analyses(self, target: zipfile.ZipFile, file: IO[bytes]) -> int:
        """Newest first, as JSON lines, until the file is as large as it may be."""
        count = 0
        with target.open("analyses.jsonl", "w") as part:
            async for page in self._archive.analyses():
                await asyncio.to_thread(_write_analyses, part, page)
                count += len(page)
                if file.tell() > self._most_bytes:
                    break
        return count


def clear_exports(folder: Path) -> None:
    """What a process left that was killed lies open."""
    for left in folder.glob(_NAME.format("*")):
        left.unlink(missing_ok=True)


def _zip(file: IO[bytes]) -> zipfile.ZipFile:
    return zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)


def _write_rows(
    part: IO[bytes], columns: Sequence[str], rows: Sequence[Mapping[str, JsonValue]]
) -> None:
    part.write(csv_rows(columns, rows))


def _write_analyses(part: IO[bytes], page: Sequence[Analysis]) -> None:
    part.write(b"".join(analysis.model_dump_json().encode() + b"\n" for analysis in page))
