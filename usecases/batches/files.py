"""The bytes of a batch's items."""

from domain.batch import ItemSource
from domain.container import Contents
from domain.errors import DamagedFileError
from domain.ports.batches import ContainerReader, FileStore


class BatchFiles:
    """Gives the bytes of items; the last file, whose parts come one after the other, stays in
    memory. Belongs to one run of a batch."""

    def __init__(self, store: FileStore, containers: ContainerReader) -> None:
        self._store = store
        self._containers = containers
        self._file: tuple[str, bytes] | None = None
        self._contents: tuple[str, Contents] | None = None

    async def contents(self, source: ItemSource, file_name: str | None) -> Contents:
        """What lies in the item's file. Raises ResumeFileError or FileUnavailableError."""
        if self._contents is None or self._contents[0] != source.file_id:
            content = await self._fetch(source.file_id)
            listed = await self._containers.list_parts(content, file_name or "")
            self._contents = source.file_id, listed
        return self._contents[1]

    async def read(self, source: ItemSource) -> bytes:
        """Raises the same."""
        if source.part is None:
            return await self._fetch(source.file_id)
        parts = (await self.contents(source, None)).parts
        if source.part >= len(parts):
            raise DamagedFileError
        part = parts[source.part]
        if part.text is not None:
            return part.text.encode()
        if part.packed is None:
            raise (part.failure and part.failure.as_file_error()) or DamagedFileError
        return await self._containers.unpack(await self._fetch(source.file_id), part.packed)

    async def _fetch(self, file_id: str) -> bytes:
        if self._file is None or self._file[0] != file_id:
            self._file = None  # never two large files at once
            self._file = file_id, await self._store.fetch(file_id)
        return self._file[1]
