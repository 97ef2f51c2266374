"""A process that writes until it is killed: `python -m tests.unit.storage.writer_process URL`.

After each call that returned it prints what the storage has promised to keep.
"""

import asyncio
import itertools
import sys

from storage.database import Database, open_database
from tests.unit.storage.samples import analysis, task

BATCH = 7


def _promise(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


async def _write(database: Database, first_batch: int) -> None:
    for number in itertools.count(first_batch):
        first = number * BATCH
        await database.inbox.accept(1, [{"update_id": first + n} for n in range(BATCH)])
        _promise("accepted", first)
        stored = await database.tasks.add(task())
        _promise("task", stored.id)
        if number % 2:
            await database.tasks.finish_with_analysis(stored.id, analysis(position=str(stored.id)))
            _promise("scored", stored.id)


async def _main(url: str) -> None:
    database = await open_database(url)
    _promise("open")
    pending = await database.inbox.pending(limit=10**6)
    await _write(database, len(pending) // BATCH)


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1]))
