"""What a person deletes is not on the disk any more, at once and not only after a restart."""

import random
from pathlib import Path

import pytest

from storage.database import Database
from storage.transactions import Transactions
from tests.unit.storage.samples import analysis, bytes_on_disk


async def test_copies_that_sqlite_left_when_it_moved_rows_go_with_the_scrub(
    database: Database, path: Path
) -> None:
    """Rows of many sizes among others: secure_delete alone leaves some of them."""
    sizes = random.Random(3)
    for number in range(300):
        owner = 7 if number % 2 else 8
        text = ("МЕТКА" if owner == 7 else "прочее") * sizes.choice((1, 3, 10, 40, 120, 300))
        await database.states.set_data(
            f"{owner}:{sizes.randint(0, 30)}", {"text": text}, owner=owner
        )
    await database.personal.erase(7)
    assert "МЕТКА".encode() not in bytes_on_disk(path)
    assert "прочее".encode() in bytes_on_disk(path)


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
