"""Questions about batches that several changes begin with."""

from typing import Any

from sqlalchemy import Connection, Row, Select, Update, and_, select, update

from domain.batch import OPEN_STATES, PLACES_OF_A_MESSAGE, UNFINISHED_ITEM_STATES
from storage.batch_tables import batch_items, batches


def unfinished(item_id: int) -> Update:
    """A change of the item that takes no effect where it has ended."""
    chosen = and_(batch_items.c.id == item_id, batch_items.c.state.in_(UNFINISHED_ITEM_STATES))
    return update(batch_items).where(chosen)


def owner_of(connection: Connection, batch_id: int) -> int:
    owner = select(batches.c.user_id).where(batches.c.id == batch_id)
    return connection.execute(owner).scalar_one_or_none() or 0


def collecting(connection: Connection, chat_id: int) -> Row[Any] | None:
    """The batch that the chat's files join just now."""
    chosen = and_(batches.c.chat_id == chat_id, batches.c.state == "collecting")
    newest = select(batches).where(chosen).order_by(batches.c.id.desc()).limit(1)
    return connection.execute(newest).one_or_none()


def open_holder_of(item_id: int) -> Select[Any]:
    """The id of the item's batch, where that has not ended."""
    return (
        select(batches.c.id)
        .join(batch_items, batch_items.c.batch_id == batches.c.id)
        .where(batch_items.c.id == item_id, batches.c.state.in_(OPEN_STATES))
    )


def holder_of(chat_id: int, place: int) -> Select[Any]:
    """The batch that has this message's file, or what lay in it."""
    last = place + PLACES_OF_A_MESSAGE - 1
    return (
        select(batches)
        .join(batch_items, batch_items.c.batch_id == batches.c.id)
        .where(batches.c.chat_id == chat_id, batch_items.c.place.between(place, last))
        .limit(1)
    )
