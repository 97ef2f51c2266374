"""How files come together into a batch."""

from collections.abc import Awaitable, Callable
from typing import Final, Literal

from aiogram.types import Message
from pydantic import BaseModel, ConfigDict

from bot.i18n import Translator
from bot.tasks.payloads import FileToRead
from bot.tasks.runner import TaskRunner
from domain.batch import (
    PLACES_OF_A_MESSAGE,
    Batch,
    ItemSource,
    NewBatch,
    NewBatchItem,
    SourceKind,
)
from domain.person import Person
from domain.ports import PeopleRepository
from domain.ports.batches import BatchRepository
from domain.work import NewTask, Task
from usecases.batches.collect import CollectBatch

AcceptTask = Callable[[NewTask], Awaitable[Task | None]]

_CONTAINER_NAMES: Final = (".zip", ".json", ".jsonl", ".ndjson")
_CONTAINER_TYPES: Final = frozenset(
    {
        *("application/zip", "application/x-zip-compressed"),
        *("application/json", "application/x-ndjson", "application/jsonl"),
    }
)


class BatchToDo(BaseModel):
    """What the stored task of a batch carries."""

    model_config = ConfigDict(frozen=True)

    origin: str
    batch_id: int


async def accept_album_part(
    collect_batch: CollectBatch,
    batches: BatchRepository,
    tasks: TaskRunner,
    message: Message,
    person: Person,
    translator: Translator,
) -> None:
    """The first part makes the batch, its status message and its task; the others join."""
    source, name = _source(message)
    tasks.check_room(message.chat.id)
    batch = await collect_batch(person, translator.language, message.message_id, source, name)
    if batch.state != "collecting" or tasks.has_accepted(batch.chat_id, batch_origin(batch.id)):
        return
    status_message_id = batch.status_message_id
    if status_message_id is None:
        sent = await message.answer(translator.html("batch-collecting"))
        status_message_id = sent.message_id
        await batches.set_status_message(batch.id, status_message_id)
    await tasks.accept(batch_task(batch, batch_origin(batch.id), status_message_id))


async def accept_photos(
    batches: BatchRepository, tasks: TaskRunner, batch: Batch, people: Literal["one", "many"]
) -> None:
    """What a person says of an album of photos. A tap that is handled again changes nothing."""
    status = batch.status_message_id
    if people == "one" and batch.state == "asking":
        tasks.check_room(batch.chat_id)
        items = await batches.items(batch.id)
        pages = tuple(item.source.file_id for item in items if item.source)
        origin = f"{batch_origin(batch.id)}:pages"
        file = FileToRead(origin=origin, file_name="photos.pdf", is_named=False, pages=pages)
        task = batch_task(batch, origin, status)
        payload = file.model_dump(mode="json")
        await tasks.accept(task.model_copy(update={"kind": "read_file", "payload": payload}))
        await batches.finish(batch.id, "done")
    if people == "many":
        await batches.move(batch.id, "asking", "working")
        if (await batches.get(batch.user_id, batch.id)).state == "working":
            await tasks.accept(batch_task(batch, f"{batch_origin(batch.id)}:people", status))


def _source(message: Message) -> tuple[ItemSource, str | None]:
    if document := message.document:
        name = document.file_name or ""
        is_container = (
            name.lower().endswith(_CONTAINER_NAMES) or document.mime_type in _CONTAINER_TYPES
        )
        kind: SourceKind = "container" if is_container else "document"
        return ItemSource(file_id=document.file_id, kind=kind), document.file_name
    assert message.photo
    return ItemSource(file_id=message.photo[-1].file_id, kind="photo"), None


def batch_task(batch: Batch, origin: str, status_message_id: int | None) -> NewTask:
    return NewTask(
        kind="batch",
        chat_id=batch.chat_id,
        user_id=batch.user_id,
        locale=batch.locale,
        status_message_id=status_message_id,
        payload=BatchToDo(origin=origin, batch_id=batch.id).model_dump(mode="json"),
    )


def batch_origin(batch_id: int) -> str:
    return f"batch:{batch_id}"


class BatchTakeOver:
    """A single file that holds many resumes becomes a batch."""

    def __init__(
        self, batches: BatchRepository, people: PeopleRepository, accept: AcceptTask
    ) -> None:
        self._batches = batches
        self._people = people
        self._accept = accept

    async def take_over(self, task: Task, file: FileToRead) -> None:
        """From now on the task's status message is the batch's; called again after a crash."""
        assert file.file_id is not None
        person = await self._people.meet(task.user_id)
        batch = NewBatch(
            user_id=task.user_id,
            chat_id=task.chat_id,
            locale=task.locale,
            origin=file.origin,
            vacancy_id=person.vacancy_id,
            hidden=person.hidden_fields,
            status_message_id=task.status_message_id,
        )
        item = NewBatchItem(
            place=_message_id(file.origin) * PLACES_OF_A_MESSAGE,
            file_name=file.file_name or None,
            source=ItemSource(file_id=file.file_id, kind="container"),
        )
        stored = await self._batches.add(batch, item)
        await self._accept(batch_task(stored, batch_origin(stored.id), stored.status_message_id))


def _message_id(origin: str) -> int:
    """Of `message:17`; files come from messages only."""
    return int(origin.rpartition(":")[2])
