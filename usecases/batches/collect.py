"""A person's file joins the batch that their chat collects just now."""

from typing import Literal

from domain.batch import PLACES_OF_A_MESSAGE, Batch, ItemSource, NewBatch, NewBatchItem
from domain.person import Person
from domain.ports.batches import BatchRepository


class CollectBatch:
    """Makes a batch, or adds to it: an album is separate messages without an end mark."""

    def __init__(self, batches: BatchRepository) -> None:
        self._batches = batches

    async def __call__(
        self,
        person: Person,
        locale: Literal["ru", "en"],
        message_id: int,
        source: ItemSource,
        file_name: str | None,
    ) -> Batch:
        """The same message again changes nothing. The person's vacancy and blind mode of this
        moment count for the whole batch."""
        batch = NewBatch(
            user_id=person.user_id,
            chat_id=person.user_id,  # private chats only: the chat is the person
            locale=locale,
            origin=f"message:{message_id}",
            vacancy_id=person.vacancy_id,
            hidden=person.hidden_fields,
        )
        place = message_id * PLACES_OF_A_MESSAGE
        item = NewBatchItem(place=place, file_name=file_name, source=source)
        return await self._batches.collect(batch, item)
