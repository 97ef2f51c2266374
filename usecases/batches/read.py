"""Every item of a batch is read, one after the other."""

import asyncio
import hashlib

from domain.batch import Batch, BatchItem
from domain.errors import FileUnavailableError, ResumeFileError
from domain.ports import ResumeReader
from domain.ports.batches import BatchRepository
from usecases.batches.attempts import SET_ASIDE, failure_of, is_set_aside
from usecases.batches.files import BatchFiles
from usecases.batches.progress import BatchProgress, OnProgress


class ReadBatch:
    """Reads what waits to be read; a file that came before is not read again."""

    def __init__(
        self, batches: BatchRepository, reader: ResumeReader, turns: asyncio.Semaphore
    ) -> None:
        """`turns` are shared by all batches: they leave readers to single files."""
        self._batches = batches
        self._reader = reader
        self._turns = turns

    async def __call__(self, batch: Batch, files: BatchFiles, on_progress: OnProgress) -> None:
        items = await self._batches.items(batch.id)
        first_with: dict[str | None, int] = {
            item.file_sha256: item.id
            for item in reversed(items)
            if item.file_sha256 and item.duplicate_of is None
        }
        for item in items:
            if item.state == "waiting":
                async with self._turns:
                    await self._read(item, files, first_with)
                on_progress(BatchProgress.of(await self._batches.counts(batch.id)))

    async def _read(
        self, item: BatchItem, files: BatchFiles, first_with: dict[str | None, int]
    ) -> None:
        if item.source is None:
            return  # the batch has ended
        if is_set_aside(item):
            await self._batches.fail_item(item.id, SET_ASIDE, None)
            return
        await self._batches.begin_item(item.id)
        digest = None
        try:
            content = await files.read(item.source)
            digest = (await asyncio.to_thread(hashlib.sha256, content)).hexdigest()
            original = first_with.setdefault(digest, item.id)
            if original != item.id:
                await self._batches.mark_duplicate(item.id, original, digest)
                return
            reading = await self._reader.read(content, item.file_name or "")
        except (ResumeFileError, FileUnavailableError) as error:
            await self._batches.fail_item(item.id, failure_of(error), digest)
        else:
            await self._batches.keep_reading(item.id, reading, digest)
