"""Rows that were read or written lately, so that not every update has to ask for them."""

import json
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from pydantic import JsonValue
from sqlalchemy import UpdateBase

from domain.work import DialogState
from storage.tables import dialog_states

IS_REMEMBERED: Final = "is_remembered"
"""Execution option of a statement whose rows are remembered by who runs it."""
_MOST_ROWS: Final = 5_000
_MOST_CHARACTERS: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class StateRow:
    """A row of `dialog_states`; what has no row is `StateRow()`. `data` is JSON as text, so that
    who reads it can't change what others will read."""

    state: str | None = None
    data: str = "{}"

    @classmethod
    def of(cls, told: DialogState) -> "StateRow":
        data = json.dumps(dict(told.data), ensure_ascii=False, separators=(",", ":"))
        return cls(told.state, data)

    def read_data(self) -> dict[str, JsonValue]:
        data: dict[str, JsonValue] = json.loads(self.data)
        return data


class RememberedStates:
    """The rows last used, bounded in number and size, for one event loop.

    Only what is committed may be kept. `version` is to be taken before the database is asked: a
    row that was asked for before something was forgotten is not kept.
    """

    def __init__(
        self, *, most_rows: int = _MOST_ROWS, most_characters: int = _MOST_CHARACTERS
    ) -> None:
        self._most_rows = most_rows
        self._most_characters = most_characters
        self._rows: OrderedDict[str, StateRow] = OrderedDict()
        self._characters = 0
        self._rows_version = 0
        self.version = 0

    def get(self, key: str) -> StateRow | None:
        self._drop_forgotten()
        row = self._rows.get(key)
        if row is not None:
            self._rows.move_to_end(key)
        return row

    def keep(self, key: str, row: StateRow, version: int) -> None:
        self._drop_forgotten()
        if version != self._rows_version:
            return
        self._drop(key)
        self._rows[key] = row
        self._characters += len(row.data)
        while len(self._rows) > self._most_rows or self._characters > self._most_characters:
            self._drop(next(iter(self._rows)))

    def forget_all(self) -> None:
        """Something else has changed rows, or may have. Any thread may say so."""
        self.version += 1

    def look(self, statement: object) -> None:
        """Forgets all at a statement that changes the table and does not say IS_REMEMBERED."""
        if not isinstance(statement, UpdateBase) or statement.table is not dialog_states:
            return
        if IS_REMEMBERED not in statement.get_execution_options():
            self.forget_all()

    def _drop_forgotten(self) -> None:
        if self._rows_version != self.version:
            self._rows_version = self.version
            self._rows.clear()
            self._characters = 0

    def _drop(self, key: str) -> None:
        row = self._rows.pop(key, None)
        if row is not None:
            self._characters -= len(row.data)
