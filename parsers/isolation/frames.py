"""Messages between the bot and the supervisor: two length-prefixed parts, a JSON head and bytes.

A head is `{"id": n, "name": ...}`, `{"id": n, "crop": [page, x0, top, x1, bottom]}` or
`{"id": n, "parts": name}` with the file as body (a request), `{"id": n}` with the answer as body,
`{"cancel": n}` or `{"ready": [...], "absent": [...]}` without one: the measures that the host
refuses and the programs that are not installed.
"""

import asyncio
import json
import socket
import struct
from typing import Any

_LENGTHS = struct.Struct("!II")
_MAX_HEAD_BYTES = 64 * 1024

Head = dict[str, Any]


class BrokenFrameError(Exception):
    """The other side closed in the middle of a frame, or sent none."""


def pack_frame(head: Head, body: bytes = b"") -> bytes:
    packed = json.dumps(head).encode()
    return _LENGTHS.pack(len(packed), len(body)) + packed + body


async def read_frame(stream: asyncio.StreamReader, max_body_bytes: int) -> tuple[Head, bytes]:
    """Raises BrokenFrameError, also at the end of the stream."""
    try:
        lengths = _checked(await stream.readexactly(_LENGTHS.size), max_body_bytes)
        head = await stream.readexactly(lengths[0])
        return _head(head), await stream.readexactly(lengths[1])
    except (asyncio.IncompleteReadError, ConnectionError) as error:
        raise BrokenFrameError from error


def receive_frame(connection: socket.socket, max_body_bytes: int) -> tuple[Head, bytes]:
    """The blocking form, for the supervisor. Raises BrokenFrameError."""
    lengths = _checked(_receive_exactly(connection, _LENGTHS.size), max_body_bytes)
    head = _head(_receive_exactly(connection, lengths[0]))
    return head, _receive_exactly(connection, lengths[1])


def _checked(packed: bytes, max_body_bytes: int) -> tuple[int, int]:
    head_length, body_length = _LENGTHS.unpack(packed)
    if head_length > _MAX_HEAD_BYTES or body_length > max_body_bytes:
        raise BrokenFrameError
    return head_length, body_length


def _head(packed: bytes) -> Head:
    try:
        head = json.loads(packed)
    except ValueError as error:
        raise BrokenFrameError from error
    if not isinstance(head, dict):
        raise BrokenFrameError
    return head


def _receive_exactly(connection: socket.socket, count: int) -> bytes:
    received = bytearray()
    while len(received) < count:
        try:
            piece = connection.recv(min(count - len(received), 1 << 20))
        except ConnectionError as error:
            raise BrokenFrameError from error
        if not piece:
            raise BrokenFrameError
        received += piece
    return bytes(received)
