"""Resumes under lock: AES-256-GCM with a key per person, and those keys under DATA_KEY.

A sealed value is `{"sealed": "<base64 of nonce and ciphertext>"}` in a JSON column. The person's id
and the column's name are associated data, so a value that is moved to another row or column does
not open. Erasing a person's key makes every copy of their values unreadable, in backups too.
NIST SP 800-38D: a random 96-bit nonce is safe for 2**32 values a key.
"""

import base64
import binascii
import json
import os
from collections.abc import Sequence
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from domain.errors import SealBrokenError
from storage.clock import Clock, utc_now
from storage.people_tables import people

_NONCE_BYTES: Final = 12
_KEY_BITS: Final = 256
_SEALED: Final = "sealed"
_MOST_KEYS: Final = 1000


class Vault:
    """Seals and opens JSON values of a person; without a key it passes them through as they are.

    Values that were stored before a key was set stay readable. `keys` are DATA_KEY's, the newest
    first: new person keys are wrapped by the first one, any may unwrap.
    """

    def __init__(self, keys: Sequence[bytes] = (), clock: Clock = utc_now) -> None:
        self._masters = [AESGCM(key) for key in keys]
        self._clock = clock
        self._opened: dict[int, AESGCM] = {}
        self._made_in: Connection | None = None

    @property
    def is_on(self) -> bool:
        return bool(self._masters)

    def seal(self, connection: Connection, user_id: int, column: str, value: Any) -> Any:
        """The value as it is to be stored; None stays None. Makes the person's key where needed."""
        if not self._masters or value is None:
            return value
        key = self._key(connection, user_id) or self._make_key(connection, user_id)
        nonce = os.urandom(_NONCE_BYTES)
        text = json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode()
        sealed = nonce + key.encrypt(nonce, text, _about(user_id, column))
        return {_SEALED: base64.b64encode(sealed).decode()}

    @staticmethod
    def is_sealed(value: Any) -> bool:
        return isinstance(value, dict) and value.keys() == {_SEALED}

    def open(self, connection: Connection, user_id: int, column: str, value: Any) -> Any:
        """What was sealed; raises SealBrokenError where no key of ours opens it."""
        if not self.is_sealed(value):
            return value
        key = self._key(connection, user_id) if self._masters else None
        if key is None:
            raise SealBrokenError(column)
        try:
            sealed = base64.b64decode(value[_SEALED], validate=True)
            text = key.decrypt(
                sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _about(user_id, column)
            )
        except (InvalidTag, ValueError, TypeError, binascii.Error):
            raise SealBrokenError(column) from None
        return json.loads(text)

    def forget(self, user_id: int) -> None:
        """The person's key is gone from the database: it must not live on in memory."""
        self._opened.pop(user_id, None)

    def rewrap(self, connection: Connection) -> int:
        """Puts every person's key under the newest of DATA_KEY's keys; returns how many changed.

        Raises SealBrokenError where a key opens with none of them, and changes nothing then: so
        it does where there are people's keys and no DATA_KEY.
        """
        rows = connection.execute(
            select(people.c.user_id, people.c.data_key).where(people.c.data_key.is_not(None))
        ).all()
        stale = [
            (user_id, self._unwrap(user_id, wrapped))
            for user_id, wrapped in rows
            if not self._masters or _opens(self._masters[0], user_id, wrapped) is None
        ]
        for user_id, raw in stale:
            self._store_key(connection, user_id, raw)
        return len(stale)

    def _key(self, connection: Connection, user_id: int) -> AESGCM | None:
        known = self._opened.get(user_id)
        if known is None:
            statement = select(people.c.data_key).where(people.c.user_id == user_id)
            wrapped = connection.execute(statement).scalar_one_or_none()
            if wrapped is None:
                return None
            known = AESGCM(self._unwrap(user_id, wrapped))
            # A key of this very transaction may yet be rolled back: it is not remembered.
            if self._made_in is not connection:
                if len(self._opened) >= _MOST_KEYS:
                    self._opened.clear()
                self._opened[user_id] = known
        return known

    def _make_key(self, connection: Connection, user_id: int) -> AESGCM:
        now = self._clock()
        person = insert(people).values(user_id=user_id, joined_at=now, seen_at=now)
        connection.execute(person.on_conflict_do_nothing())
        raw = AESGCM.generate_key(_KEY_BITS)
        self._store_key(connection, user_id, raw)
        self._made_in = connection
        return AESGCM(raw)

    def _store_key(self, connection: Connection, user_id: int, raw: bytes) -> None:
        nonce = os.urandom(_NONCE_BYTES)
        wrapped = nonce + self._masters[0].encrypt(nonce, raw, _about(user_id, "data_key"))
        statement = update(people).where(people.c.user_id == user_id).values(data_key=wrapped)
        connection.execute(statement)

    def _unwrap(self, user_id: int, wrapped: bytes) -> bytes:
        for master in self._masters:
            raw = _opens(master, user_id, wrapped)
            if raw is not None:
                return raw
        raise SealBrokenError("data_key")


def _opens(master: AESGCM, user_id: int, wrapped: bytes) -> bytes | None:
    about = _about(user_id, "data_key")
    try:
        return master.decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], about)
    except (InvalidTag, ValueError):
        return None


def _about(user_id: int, column: str) -> bytes:
    return f"{user_id}:{column}".encode()
