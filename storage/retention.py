"""What has become too old goes, in steps."""

from datetime import datetime
from functools import partial
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    delete,
    false,
    not_,
    or_,
    select,
    tuple_,
)

from domain.privacy import Purge
from storage.batch_tables import batches
from storage.people_tables import consents, invites, people, vacancies
from storage.personal_tables import PERSONAL
from storage.tables import analyses, dialog_states, tasks
from storage.tables import updates as inbox
from storage.transactions import Transactions
from storage.vault import Vault

_ROWS_AT_ONCE: Final = 500
_STAYS_FOR: Final = (analyses, batches, vacancies, tasks, dialog_states, inbox)
"""Who has a row in one of these is not forgotten yet."""


async def purge_old(transactions: Transactions, vault: Vault, before: datetime) -> Purge:
    """Others have their turn between two steps; a purge that breaks off is gone on with later."""
    gone: dict[str, int] = {}
    for kept in PERSONAL:
        if kept.is_old is not None:
            step = partial(_delete_some, table=kept.table, condition=kept.is_old(before))
            gone[kept.name] = await _all_of(transactions, step)
    gone["people"] = await _all_of(transactions, partial(_forget_some, vault=vault, before=before))
    return Purge(before=before, gone=gone)


async def _all_of(transactions: Transactions, step: "partial[int]") -> int:
    count = 0
    while True:
        gone = await transactions.run(step)
        count += gone
        if gone < _ROWS_AT_ONCE:
            return count


def _delete_some(connection: Connection, *, table: Table, condition: ColumnElement[bool]) -> int:
    keys = tuple(table.primary_key.columns)
    some = select(*keys).where(condition).limit(_ROWS_AT_ONCE)
    return connection.execute(delete(table).where(tuple_(*keys).in_(some))).rowcount


def _forget_some(connection: Connection, *, vault: Vault, before: datetime) -> int:
    """People who have not come for that long, and of whom nothing but consents is left."""
    has_more = or_(
        false(),
        *(select(1).where(table.c.user_id == people.c.user_id).exists() for table in _STAYS_FOR),
        select(1).where(invites.c.created_by == people.c.user_id).exists(),
    )
    idle = and_(
        people.c.seen_at < before,
        people.c.banned_at.is_(None),
        people.c.is_admin.is_(False),
        not_(has_more),
    )
    ids = connection.execute(select(people.c.user_id).where(idle).limit(_ROWS_AT_ONCE)).scalars()
    found = list(ids)
    connection.execute(delete(consents).where(consents.c.user_id.in_(found)))
    connection.execute(delete(people).where(people.c.user_id.in_(found)))
    for user_id in found:
        vault.forget(user_id)
    return len(found)
