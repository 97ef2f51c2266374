"""A person gets everything that is stored about them (GDPR art. 15 and 20, 152-ФЗ ст. 14)."""

import asyncio
import json

from domain.ports import PersonalData


class ExportMyData:
    """Everything as one JSON document: an object with a list of rows for each kind of record."""

    def __init__(self, personal: PersonalData) -> None:
        self._personal = personal

    async def __call__(self, user_id: int) -> bytes:
        """UTF-8. The dump is made off the event loop: a recruiter's history has megabytes."""
        rows = await self._personal.gather(user_id)
        text = await asyncio.to_thread(json.dumps, rows, ensure_ascii=False, indent=1)
        # JSON can spell a lone surrogate, which UTF-8 can't hold.
        return text.encode("utf-8", "replace")
