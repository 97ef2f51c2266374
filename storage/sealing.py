"""Seals what was stored before a key was set."""

from functools import partial
from typing import Final

from sqlalchemy import Connection, select, update

from storage.analysis_rows import AnalysisRows
from storage.tables import analyses
from storage.transactions import Transactions

_PAGE: Final = 200


async def seal_stored(transactions: Transactions, rows: AnalysisRows) -> int:
    """Seals the analyses that lie open, page by page; returns how many."""
    after, count = 0, 0
    while True:
        last, sealed = await transactions.run(partial(_seal_page, rows=rows, after=after))
        if last is None:
            return count
        after, count = last, count + sealed


def _seal_page(connection: Connection, *, rows: AnalysisRows, after: int) -> tuple[int | None, int]:
    page = select(analyses).where(analyses.c.id > after).order_by(analyses.c.id).limit(_PAGE)
    found = connection.execute(page).mappings().all()
    count = 0
    for row in found:
        change = rows.unsealed(connection, row)
        if change:
            connection.execute(update(analyses).where(analyses.c.id == row["id"]).values(change))
            count += 1
    return (found[-1]["id"] if found else None), count
