"""Small facts that outlive the process, by name."""

from pydantic import JsonValue
from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from storage.clock import Clock
from storage.people_tables import settings
from storage.transactions import Transactions


class SqlSettingStore:
    """Implements domain.ports.SettingStore."""

    def __init__(self, transactions: Transactions, clock: Clock) -> None:
        self._transactions = transactions
        self._clock = clock

    async def read(self, name: str) -> JsonValue:
        statement = select(settings.c.value).where(settings.c.name == name)
        value: JsonValue = await self._transactions.run(
            lambda connection: connection.execute(statement).scalar_one_or_none()
        )
        return value

    async def write(self, name: str, value: JsonValue) -> None:
        if value is None:
            forgotten = delete(settings).where(settings.c.name == name)
            await self._transactions.run(lambda connection: connection.execute(forgotten))
            return
        change = {"value": value, "changed_at": self._clock()}
        statement = insert(settings).values(name=name, **change)
        upsert = statement.on_conflict_do_update(index_elements=["name"], set_=change)
        await self._transactions.run(lambda connection: connection.execute(upsert))
