"""What keeps batches, and what gives the bytes of their files."""

from collections.abc import Mapping, Sequence
from typing import Literal, Protocol

from domain.analysis import Analysis, NewAnalysis
from domain.batch import Batch, BatchItem, BatchState, ItemState, NewBatch, NewBatchItem
from domain.container import Contents, PackedPart
from domain.failure import Failure
from domain.resume import Reading


class BatchRepository(Protocol):
    """Batches and their items. A person only ever reaches their own."""

    async def collect(self, batch: NewBatch, item: NewBatchItem) -> Batch:
        """Puts the item into the batch that the chat collects just now, else into this new one.

        An item whose place is there already changes nothing and gives its batch.
        """
        ...

    async def add(self, batch: NewBatch, item: NewBatchItem) -> Batch:
        """A batch of this one file, which is worked on at once; the same again gives the same."""
        ...

    async def is_collecting(self, chat_id: int) -> bool: ...

    async def get(self, user_id: int, batch_id: int) -> Batch:
        """Raises BatchNotFoundError, also for another person's."""
        ...

    async def set_status_message(self, batch_id: int, message_id: int) -> None: ...

    async def move(self, batch_id: int, old: BatchState, new: BatchState) -> bool:
        """False where it is not in the old state, and nothing has changed."""
        ...

    async def finish(self, batch_id: int, state: Literal["done", "cancelled", "failed"]) -> None:
        """Ends an open batch and forgets where files were and what was only read."""
        ...

    async def items(self, batch_id: int) -> Sequence[BatchItem]:
        """In the order of their places."""
        ...

    async def counts(self, batch_id: int) -> Mapping[ItemState, int]:
        """How many items are in each state."""
        ...

    async def expand(self, item_id: int, parts: Sequence[NewBatchItem]) -> None:
        """Puts what lies in a container in its place, all or nothing."""
        ...

    async def begin_item(self, item_id: int) -> None:
        """Counts an attempt."""
        ...

    async def keep_reading(self, item_id: int, reading: Reading, file_sha256: str) -> None:
        """From now on the item is to be scored, with no attempt made."""
        ...

    async def fail_item(self, item_id: int, failure: Failure, file_sha256: str | None) -> None: ...

    async def mark_duplicate(
        self, item_id: int, original_id: int, file_sha256: str | None
    ) -> None: ...

    async def finish_item(self, item_id: int, analysis: NewAnalysis) -> Analysis:
        """The history row and the item's end in one transaction: never two rows an item.

        A second call gives the first one's row. Raises TaskClosedError where the item has ended
        otherwise or its batch was cancelled.
        """
        ...

    async def analyses(self, user_id: int, batch_id: int) -> Sequence[Analysis]:
        """What of the batch is in the person's history."""
        ...


class FileStore(Protocol):
    """The files that people sent."""

    async def fetch(self, file_id: str) -> bytes:
        """Raises FileTooLargeError or FileUnavailableError."""
        ...


class ContainerReader(Protocol):
    """Looks into files that may hold many resumes."""

    async def list_parts(self, content: bytes, file_name: str) -> Contents:
        """Raises a ResumeFileError subclass."""
        ...

    async def unpack(self, content: bytes, part: PackedPart) -> bytes:
        """One part of an archive; raises FileTooLargeError or DamagedFileError."""
        ...
