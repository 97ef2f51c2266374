"""The webhook's door: what it keeps, whom it sends away, and that it never says why."""

import asyncio
import gzip
import json
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from bot.updates import webhook_door
from bot.updates.webhook_door import MAX_BODY_BYTES, SECRET_HEADER, WebhookDoor
from domain.errors import DatabaseUnavailableError
from storage.database import Database, open_database
from tests.bot.bot_api import message_update

SECRET = "made-up-secret_0123456789"
JSON = {"Content-Type": "application/json"}
KNOWN = JSON | {SECRET_HEADER: SECRET}


@dataclass
class Hook:
    """A door over a real inbox, and a proxy's way to it."""

    database: Database
    session: aiohttp.ClientSession
    door: WebhookDoor = field(init=False)
    noted: list[int] = field(default_factory=list)
    is_disk_full: bool = False

    async def take(self, update: Mapping[str, JsonValue]) -> None:
        if self.is_disk_full:
            raise DatabaseUnavailableError("bot.db")
        await self.database.inbox.accept(77, [update])

    async def post(
        self,
        body: bytes | AsyncIterator[bytes] | Mapping[str, Any],
        headers: Mapping[str, str] = KNOWN,
        method: str = "POST",
    ) -> int:
        data = json.dumps(body).encode() if isinstance(body, Mapping) else body
        async with self.session.request(
            method, self.door.address, data=data, headers=headers
        ) as answer:
            assert await answer.read() == b""
            assert answer.headers["Server"] == "webhook"
            assert answer.headers["Connection"] == "close"
            return answer.status

    async def raw(self, data: bytes) -> bytes:
        """All that comes back until the door closes."""
        reader, writer = await self.connect()
        writer.write(data)
        try:
            return await asyncio.wait_for(reader.read(), 10)
        finally:
            writer.close()

    async def connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        parts = urlsplit(self.door.address)
        return await asyncio.open_connection(parts.hostname, parts.port)

    async def kept(self) -> list[int]:
        return [one.update_id for one in await self.database.inbox.pending(limit=1000)]


@asynccontextmanager
async def opened_hook(folder: Path) -> AsyncIterator[Hook]:
    database = await open_database(f"sqlite+aiosqlite:///{folder}/bot.db")
    try:
        async with aiohttp.ClientSession() as session:
            hook = Hook(database, session)
            hook.door = WebhookDoor(
                "127.0.0.1", 0, "/telegram", SECRET, hook.take, hook.noted.append
            )
            async with hook.door:
                yield hook
    finally:
        await database.close()


@pytest.fixture(autouse=True)
def short_farewells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook_door, "_LINGER_SECONDS", 0.02)


@pytest.fixture
async def hook(tmp_path: Path) -> AsyncIterator[Hook]:
    async with opened_hook(tmp_path) as hook:
        yield hook


def head(secret: bytes = SECRET.encode(), **more: str) -> bytes:
    lines = [f"{name.replace('_', '-')}: {value}".encode() for name, value in more.items()]
    secret_line = SECRET_HEADER.encode() + b": " + secret
    start = [b"POST /telegram HTTP/1.1", b"Host: x", b"Content-Type: application/json"]
    return b"\r\n".join([*start, secret_line, *lines, b"", b""])


async def test_200_means_that_it_is_on_disk(hook: Hook) -> None:
    update = message_update(5, text="привет")
    assert await hook.post(update) == 200
    [stored] = await hook.database.inbox.pending(limit=9)
    assert (stored.bot_id, stored.update_id, stored.body) == (77, 5, update)
    assert hook.noted == [200]


async def test_an_unknown_kind_of_update_blocks_nobody(hook: Hook) -> None:
    assert await hook.post({"update_id": 20, "hologram": {"id": [1, None]}}) == 200
    assert await hook.post(message_update(21)) == 200
    assert await hook.kept() == [20, 21]


FORGED = [
    b"", b"wrong", SECRET.encode()[:-1], SECRET.encode() + b"x", SECRET.upper().encode(),
    "секрет".encode(), b"\xff\xfe", b"x" * 4000,
]  # fmt: skip


async def test_a_forged_update_is_sent_away_unread(hook: Hook) -> None:
    for secret in FORGED:
        # No byte of the announced body ever comes, and the answer does not wait for it.
        answer = await hook.raw(head(secret, Content_Length="500"))
        assert answer.startswith(b"HTTP/1.1 403 ")
        assert answer.endswith(b"\r\n\r\n")
    assert await hook.kept() == []
    assert hook.noted == [403] * len(FORGED)


async def test_a_request_without_the_secret_is_forged(hook: Hook) -> None:
    assert await hook.post(message_update(1), JSON) == 403
    assert await hook.kept() == []


async def test_only_post_is_taken(hook: Hook) -> None:
    for method in ("GET", "PUT", "DELETE", "OPTIONS", "PATCH"):
        assert await hook.post(message_update(1), method=method) == 405
    assert await hook.kept() == []


async def test_there_is_one_path(hook: Hook) -> None:
    for path in ("/", "/telegram/", "/telegramm", "/metrics", "/..%2ftelegram"):
        url = hook.door.address.removesuffix("/telegram") + path
        async with hook.session.post(url, json=message_update(1), headers=KNOWN) as answer:
            assert answer.status == 404


async def test_only_json_is_taken(hook: Hook) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "x"):
        assert await hook.post(message_update(1), KNOWN | {"Content-Type": kind}) == 415
    spelt = KNOWN | {"Content-Type": "application/json; charset=utf-8"}
    assert await hook.post(message_update(1), spelt) == 200


async def test_a_huge_body_is_cut_off(hook: Hook) -> None:
    answer = await hook.raw(head(Content_Length=str(50 * 2**20)))
    assert answer.startswith(b"HTTP/1.1 413 ")

    async def endless() -> AsyncIterator[bytes]:
        yield b'{"update_id": 1, "a": "'
        for _ in range(MAX_BODY_BYTES // 2**16):
            yield b"a" * 2**16

    assert await hook.post(endless()) == 413
    frame = b'{"update_id": 2, "a": ""}'
    full = frame.replace(b'""', b'"' + b"a" * (MAX_BODY_BYTES - len(frame)) + b'"')
    assert await hook.post(full) == 200
    assert await hook.kept() == [2]


async def test_a_body_that_is_cut_is_not_kept(hook: Hook) -> None:
    for sent in (b"", b'{"update_id": 1', b'{"update_id": 1}'):
        _, writer = await hook.connect()
        writer.write(head(Content_Length="500") + sent)
        await writer.drain()
        writer.transport.abort()
    assert await hook.post(message_update(2)) == 200
    assert await hook.kept() == [2]


async def test_who_is_slow_is_sent_away(hook: Hook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook_door, "BODY_SECONDS", 0.05)
    monkeypatch.setattr(webhook_door, "HEAD_SECONDS", 0.05)
    async with WebhookDoor("127.0.0.1", 0, "/telegram", SECRET, hook.take, print) as hook.door:
        assert b" 408 " in await hook.raw(head(Content_Length="500") + b'{"update_id"')
        assert await hook.raw(head()[:40]) == b""
        assert await hook.raw(b"") == b""
    assert await hook.kept() == []


DEEP = b'{"update_id": 1, "a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"


NO_UPDATES = [
    b"", b"{", b"hello", b"[]", b"1", b"null", b'"text"', b"{}", b"\xff\xfe", b"\xef\xbb\xbf{}",
    b'[{"update_id": 1}]', b'{"update_id": "1"}', b'{"update_id": true}', b'{"update_id": 1.5}',
    b'{"update_id": null}', b'{"update_id": -1}', b'{"update_id": 0}', b'{"update_id": [1]}',
    b'{"update_id": 9223372036854775808}', b'{"update_id": 1' + b"0" * 5000 + b"}",
    b'{"update_id": 1, "a": NaN}', b'{"update_id": 1, "a": 1e400}', b'{"update_id": 1}{}',
    b'{"update_id": 1, "a": "\\ud800"}', b'{"update_id": 1, "a": "\xed\xa0\x80"}', DEEP,
    gzip.compress(b'{"update_id": 1}'),
]  # fmt: skip


async def test_what_is_no_update_is_refused(hook: Hook) -> None:
    for body in NO_UPDATES:
        assert await hook.post(body) == 400
        assert await hook.post(body, KNOWN | {"Content-Encoding": "gzip"}) == 400
    assert await hook.kept() == []


async def test_a_full_disk_leaves_it_to_telegram(
    hook: Hook, caplog: pytest.LogCaptureFixture
) -> None:
    hook.is_disk_full = True
    assert [await hook.post(message_update(3, text="тайна")) for _ in range(2)] == [503, 503]
    hook.is_disk_full = False
    assert [await hook.post(message_update(3)) for _ in range(2)] == [200, 200]
    assert await hook.kept() == [3]
    assert "bot.db" in caplog.text
    assert "тайна" not in caplog.text


async def test_a_closed_database_is_no_200(hook: Hook) -> None:
    await hook.database.close()
    assert await hook.post(message_update(3)) == 503


async def test_the_same_update_at_once_is_one(hook: Hook) -> None:
    posts = [hook.post(message_update(number)) for number in (7, 8) * 10]
    assert set(await asyncio.gather(*posts)) == {200}
    assert sorted(await hook.kept()) == [7, 8]


async def test_nothing_of_a_request_is_logged(hook: Hook, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    broken = head(Content_Length="3").replace(b"Host: x", b"Host\x00: x")
    for data in (
        broken,
        b"\x16\x03\x01 hello\r\n\r\n",
        head() + SECRET.encode(),
        b"GET / X\r\n\r\n",
    ):
        assert b" 400 " in await hook.raw(data)
    await hook.raw(head(Transfer_Encoding="chunked") + b"zz\r\n" + SECRET.encode())
    await hook.post(b'{"update_id": "made-up person"}')
    assert await hook.post(message_update(4)) == 200
    assert SECRET not in caplog.text
    assert "made-up" not in caplog.text
    assert "Error handling" not in caplog.text


async def test_a_crowd_is_kept_out(hook: Hook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook_door, "MAX_CONNECTIONS", 2)
    idlers = [(await hook.connect())[1] for _ in range(2)]
    assert await hook.raw(head(b"wrong")) == b""
    for idler in idlers:
        idler.transport.abort()
    for _ in range(1000):
        if await hook.raw(head(b"wrong")):
            break
    assert await hook.post(message_update(1)) == 200


async def test_who_is_in_gets_the_answer_while_it_closes(hook: Hook) -> None:
    arrived, disk_is_free = asyncio.Event(), asyncio.Event()

    async def take(update: Mapping[str, JsonValue]) -> None:
        arrived.set()
        await disk_is_free.wait()
        await hook.take(update)

    async with WebhookDoor("127.0.0.1", 0, "/telegram", SECRET, take, print) as hook.door:
        address = hook.door.address
        post = asyncio.create_task(hook.post(message_update(9)))
        await arrived.wait()
        asyncio.get_running_loop().call_later(0.01, disk_is_free.set)
    assert await post == 200
    assert await hook.kept() == [9]
    with pytest.raises(aiohttp.ClientConnectorError):
        await hook.session.post(address, json={})


async def test_what_never_ends_does_not_keep_it_open(hook: Hook) -> None:
    arrived = asyncio.Event()

    async def take(_: Mapping[str, JsonValue]) -> None:
        arrived.set()
        await asyncio.Event().wait()

    async with asyncio.timeout(10):
        async with WebhookDoor("127.0.0.1", 0, "/telegram", SECRET, take, print) as hook.door:
            post = asyncio.create_task(hook.post(message_update(9)))
            await arrived.wait()
        with pytest.raises(aiohttp.ClientError):
            await post
    assert await hook.kept() == []


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=9) | st.sampled_from(["from", "id", "chat"]), inner)
    ),
    max_leaves=8,
)
updates = st.fixed_dictionaries(
    {"update_id": st.integers() | st.integers(1, 50) | json_values},
    optional={"message": json_values, "callback_query": json_values, "new": json_values},
)
bodies = st.binary(max_size=60) | (json_values | updates).map(
    lambda value: json.dumps(value).encode("utf-8", "surrogatepass")
)


def test_whatever_comes_it_is_kept_or_refused(tmp_path: Path) -> None:
    with asyncio.Runner() as runner:
        opened = opened_hook(tmp_path)
        hook, said = runner.run(opened.__aenter__()), set[int]()

        @settings(max_examples=100, deadline=None)
        @given(bodies)
        def brought(body: bytes) -> None:
            status = runner.run(hook.post(body))
            assert status in (200, 400)
            if status == 200:
                said.add(json.loads(body)["update_id"])

        try:
            brought()
            assert sorted(runner.run(hook.kept())) == sorted(said)
        finally:
            runner.run(opened.__aexit__(None, None, None))
    assert set(hook.noted) == {200, 400}
