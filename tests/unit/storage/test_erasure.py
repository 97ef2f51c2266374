"""What a person deletes is not on the disk any more, at once and not only after a restart."""

from pathlib import Path

from storage.database import Database
from tests.unit.storage.samples import analysis, bytes_on_disk


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
