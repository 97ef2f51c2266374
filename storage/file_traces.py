"""Where a file is known by its SHA-256, whoever sent it: found and taken out."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, Table, and_, delete, func, select, true, update

from domain.batch import UNFINISHED_ITEM_STATES
from domain.errors import SealBrokenError
from domain.privacy import FileTraces
from storage.batch_tables import batch_items
from storage.clock import Clock
from storage.paging import Key, has_key, key_of, page
from storage.tables import UNFINISHED, analyses, dialog_states, tasks
from storage.transactions import Transactions
from storage.vault import Vault

_NAME: Final = "file_sha256"
_SHELF: Final = "shelf"
"""Of a person's kept record: the cards that lie aside, by their ids."""
_FORGOTTEN: Final = ("file_name", "source", "resume", "evidence", _NAME)
Act = Callable[[Connection, RowMapping, Any], None]


class FileTracer:
    """What is sealed is opened for it, page by page: the database itself can't look inside."""

    def __init__(self, transactions: Transactions, clock: Clock, vault: Vault) -> None:
        self._transactions = transactions
        self._clock = clock
        self._vault = vault

    async def trace(self, file_sha256: str) -> FileTraces:
        return await self._walk(file_sha256, None, None)

    async def erase(self, file_sha256: str) -> FileTraces:
        """Stops what is to be done with it, and closes the cards that show it."""
        rows = await self._transactions.run(lambda connection: _rows(connection, file_sha256))

        def work(connection: Connection) -> None:
            connection.execute(delete(analyses).where(analyses.c.file_sha256 == file_sha256))
            _forget_items(connection, file_sha256)

        await self._transactions.run(work)
        inside = await self._walk(file_sha256, self._stop, self._take_out(file_sha256))
        counts = {"analyses": rows.analyses, "people": rows.people}
        return inside.model_copy(update=counts | {"cards": rows.cards + inside.cards})

    async def _walk(
        self, file_sha256: str, on_task: Act | None, on_dialog: Act | None
    ) -> FileTraces:
        rows = await self._transactions.run(lambda connection: _rows(connection, file_sha256))
        task_keys = await self._each(tasks, "payload", file_sha256, on_task)
        dialog_keys = await self._each(dialog_states, "data", file_sha256, on_dialog)
        found = {
            "task_ids": tuple(task_id for (task_id,) in task_keys),
            "cards": rows.cards + len(dialog_keys),
        }
        return rows.model_copy(update=found)

    async def _each(
        self, table: Table, column: str, file_sha256: str, act: Act | None
    ) -> list[Key]:
        unfinished = tasks.c.state.in_(UNFINISHED) if table is tasks else true()
        after: Key | None = None
        keys: list[Key] = []
        while True:

            def step(
                connection: Connection, last: Key | None = after
            ) -> tuple[Key | None, list[Key]]:
                found = []
                rows = page(connection, table, unfinished, last)
                for row in rows:
                    value = self._opened(connection, table, column, row)
                    if _tells_of(value, file_sha256):
                        found.append(key_of(table, row))
                        if act is not None:
                            act(connection, row, value)
                return (key_of(table, rows[-1]) if rows else None), found

            after, found = await self._transactions.run(step)
            keys += found
            if after is None:
                return keys

    def _opened(self, connection: Connection, table: Table, column: str, row: RowMapping) -> Any:
        if row["user_id"] is None:
            return row[column]
        try:
            return self._vault.open(
                connection, row["user_id"], f"{table.name}.{column}", row[column]
            )
        except SealBrokenError:
            return None

    def _stop(self, connection: Connection, row: RowMapping, _: Any) -> None:
        ended = update(tasks).where(tasks.c.id == row["id"])
        connection.execute(ended.values(state="cancelled", payload=None, finished_at=self._clock()))

    def _take_out(self, file_sha256: str) -> Act:
        def act(connection: Connection, row: RowMapping, value: Any) -> None:
            """Of the cards that lie aside only this one; of open windows all of the chat's,
            since they stand upon each other."""
            if _SHELF not in value:
                _close_windows(connection, row)
                return
            shelf = {
                name: card
                for name, card in value[_SHELF].items()
                if not _tells_of(card, file_sha256)
            }
            left: Any = {**value, _SHELF: shelf}
            if row["user_id"] is not None:
                left = self._vault.seal(connection, row["user_id"], "dialog_states.data", left)
            own = has_key(dialog_states, key_of(dialog_states, row))
            connection.execute(update(dialog_states).where(own).values(data=left))

        return act


def _rows(connection: Connection, file_sha256: str) -> FileTraces:
    """What the database finds by itself."""
    scored = select(func.count(), func.count(analyses.c.user_id.distinct())).where(
        analyses.c.file_sha256 == file_sha256
    )
    ranked = select(func.count()).where(
        batch_items.c.file_sha256 == file_sha256, batch_items.c.analysis_id.is_(None)
    )
    count, owners = connection.execute(scored).one()
    cards = connection.execute(ranked).scalar_one()
    return FileTraces(analyses=count, people=owners, cards=cards)


def _forget_items(connection: Connection, file_sha256: str) -> None:
    own = batch_items.c.file_sha256 == file_sha256
    waits = and_(own, batch_items.c.state.in_(UNFINISHED_ITEM_STATES))
    ended = update(batch_items).where(waits)
    connection.execute(ended.values(state="failed", failure="nothing_to_score", failure_facts={}))
    connection.execute(update(batch_items).where(own).values(dict.fromkeys(_FORGOTTEN)))


def _close_windows(connection: Connection, row: RowMapping) -> None:
    """The windows' keys have the beginning in common that names bot, chat and person."""
    bot_chat_person = ":".join(row["key"].split(":")[:4])
    windows = dialog_states.c.key.startswith(f"{bot_chat_person}:aiogd:", autoescape=True)
    connection.execute(delete(dialog_states).where(windows))
    connection.execute(delete(dialog_states).where(dialog_states.c.key == row["key"]))


def _tells_of(value: Any, file_sha256: str) -> bool:
    if isinstance(value, Mapping):
        return value.get(_NAME) == file_sha256 or any(
            _tells_of(one, file_sha256) for one in value.values()
        )
    return isinstance(value, list) and any(_tells_of(one, file_sha256) for one in value)
