"""What a person deletes is not on the disk any more, at once and not only after a restart."""

import random
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, insert

from storage.clock import utc_now
from storage.database import Database
from storage.tables import dialog_states
from storage.transactions import Transactions
from tests.unit.storage.samples import analysis, bytes_on_disk


def _move_rows(connection: Connection) -> None:
    """Rows of many sizes, one upon another: SQLite moves them between pages."""
    chosen = random.Random(1)
    for _ in range(200):
        owner = 7 if chosen.random() < 0.5 else 8
        text = ("METKA" if owner == 7 else "other") * chosen.choice((1, 3, 10, 40, 120, 300, 900))
        row = {"key": f"{owner}:{chosen.randint(0, 40)}", "data": {"t": text}, "user_id": owner}
        connection.execute(delete(dialog_states).where(dialog_states.c.key == row["key"]))
        connection.execute(insert(dialog_states).values(row | {"changed_at": utc_now()}))


@pytest.mark.parametrize("is_scrubbed", [False, True])
async def test_secure_delete_alone_leaves_copies(
    is_scrubbed: bool, database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why an erasure writes the file anew."""
    await database._transactions.run(_move_rows)
    if not is_scrubbed:
        monkeypatch.setattr(Transactions, "scrub", Transactions.checkpoint)
    await database.personal.erase(7)
    assert (b"METKA" in bytes_on_disk(path)) is not is_scrubbed
    assert b"other" in bytes_on_disk(path)


async def test_a_deletion_is_scrubbed_later_and_only_then(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    scrubs: list[object] = []
    scrub = Transactions.scrub

    async def counted(self: Transactions) -> None:
        scrubs.append(self)
        await scrub(self)

    monkeypatch.setattr(Transactions, "scrub", counted)
    await database.keeper.scrub()
    row = await database.analyses.add(analysis(user_id=7))
    await database.analyses.delete(7, row.id)
    for _ in range(2):
        await database.keeper.scrub()
    assert len(scrubs) == 1


async def test_a_deleted_resume_is_gone_while_the_bot_runs(database: Database, path: Path) -> None:
    marked = [
        await database.analyses.add(analysis(user_id=7, position=f"метка-{n} " * (1 + 97 * n)))
        for n in range(25)
    ]
    kept = await database.analyses.add(analysis(user_id=8, position="остаётся"))
    assert "метка".encode() in bytes_on_disk(path)
    for row in marked:
        await database.analyses.delete(7, row.id)
    on_disk = bytes_on_disk(path)
    assert on_disk.count("метка".encode()) == 0
    assert "остаётся".encode() in on_disk
    assert await database.analyses.get(8, kept.id) == kept
