"""The audit log as a table."""

from typing import Final

from domain.ports import AdminActLog, Archive
from usecases.admin.csv_table import csv_header, csv_rows

_COLUMNS: Final = ("id", "done_at", "admin_id", "act", "subject", "details")


class ExportActs:
    def __init__(self, acts: AdminActLog, archive: Archive) -> None:
        self._acts = acts
        self._archive = archive

    async def __call__(self, admin_id: int) -> bytes:
        """CSV in UTF-8, oldest first; this export is its last line."""
        await self._acts.record(admin_id, "export", subject="log")
        pages = [csv_rows(_COLUMNS, rows) async for rows in self._archive.rows("admin_acts")]
        return b"".join([csv_header(_COLUMNS), *pages])
