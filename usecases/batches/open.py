"""Archives and tables become the files and rows in them."""

from domain.batch import Batch, BatchItem, ItemSource, NewBatchItem
from domain.container import Contents
from domain.errors import FileUnavailableError, ResumeFileError
from domain.ports.batches import BatchRepository
from usecases.batches.attempts import SET_ASIDE, failure_of, is_set_aside
from usecases.batches.files import BatchFiles


class OpenBatch:
    """Looks into each file that may hold many resumes."""

    def __init__(self, batches: BatchRepository) -> None:
        self._batches = batches

    async def __call__(self, batch: Batch, files: BatchFiles) -> None:
        """What can't be looked into is a failed item; after a crash the rest goes on."""
        for item in await self._batches.items(batch.id):
            if item.state == "waiting" and item.source and item.source.kind == "container":
                await self._open(item, item.source, files)

    async def _open(self, item: BatchItem, source: ItemSource, files: BatchFiles) -> None:
        if is_set_aside(item):
            await self._batches.fail_item(item.id, SET_ASIDE, None)
            return
        await self._batches.begin_item(item.id)
        try:
            contents = await files.contents(source, item.file_name)
        except (ResumeFileError, FileUnavailableError) as error:
            await self._batches.fail_item(item.id, failure_of(error), None)
        else:
            await self._batches.expand(item.id, _parts(item, source, contents))


def _parts(item: BatchItem, source: ItemSource, contents: Contents) -> list[NewBatchItem]:
    if contents.kind == "document":
        document = ItemSource(file_id=source.file_id)
        return [NewBatchItem(place=item.place, file_name=item.file_name, source=document)]
    return [
        NewBatchItem(
            place=item.place + number,
            file_name=part.name,
            source=ItemSource(file_id=source.file_id, part=number - 1),
            failure=part.failure,
        )
        for number, part in enumerate(contents.parts, start=1)
    ]
