"""A person gets everything that is stored about them (GDPR art. 15 and 20, 152-ФЗ ст. 14)."""

import asyncio
import io
import json
import zipfile
from dataclasses import dataclass

from domain.ports import PersonalData
from domain.privacy import StoredRows
from usecases.admin.csv_table import csv_header, csv_rows

DOCUMENT_NAME = "my_data.json"


@dataclass(frozen=True)
class MyData:
    """`document` is everything as one JSON object, with a list of rows for each kind of record.

    `files` is a ZIP with the same document, a CSV table of each kind (`tables/<kind>.csv`) and
    each scored resume on its own (`resumes/<number of the score>.json`).
    """

    document: bytes
    files: bytes


class ExportMyData:
    """Everything, for programs and for people."""

    def __init__(self, personal: PersonalData) -> None:
        self._personal = personal

    async def __call__(self, user_id: int) -> MyData:
        """Made off the event loop: a recruiter's history has megabytes."""
        rows = await self._personal.gather(user_id)
        return await asyncio.to_thread(_packed, rows)


def _packed(rows: StoredRows) -> MyData:
    document = _json(rows)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(DOCUMENT_NAME, document)
        for kind, records in rows.items():
            if records:
                columns = list(records[0])
                table = csv_header(columns) + csv_rows(columns, records)
                archive.writestr(f"tables/{kind}.csv", table)
        for analysis in rows.get("analyses", ()):
            archive.writestr(f"resumes/{analysis['id']}.json", _json(analysis["resume"]))
    return MyData(document, packed.getvalue())


def _json(value: object) -> bytes:
    """JSON can spell a lone surrogate, which UTF-8 can't hold."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "replace")
