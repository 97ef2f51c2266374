"""The door to which Telegram brings updates; who lacks the secret is sent away unread."""

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Final, Self

from aiohttp import web
from aiohttp.http import HttpProcessingError
from pydantic import JsonValue
from pydantic_core import from_json

from bot.listening import PortTakenError
from domain.errors import StorageError

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
MAX_BODY_BYTES: Final = 2**20
"""Telegram's updates are some kilobytes: texts have 4096 characters, files come as ids."""
HEAD_SECONDS: Final = 15.0
BODY_SECONDS: Final = 10.0
MAX_CONNECTIONS: Final = 64
"""More than Telegram is asked to use, so that a few idlers keep it out of nothing."""
_LINGER_SECONDS: Final = 1.0
_LAST_ANSWERS_SECONDS: Final = 0.2
"""What is cut off then is brought again by Telegram, and the inbox knows it."""
_CHUNK_BYTES: Final = 2**16
_MAX_UPDATE_ID: Final = 2**63 - 1
_log = logging.getLogger(__name__)
_http_log = logging.getLogger(f"{__name__}.http")

Take = Callable[[Mapping[str, JsonValue]], Awaitable[None]]
"""Has one update on disk when it returns; raises StorageError."""


class _Unquoted(logging.Filter):
    """What is not HTTP is quoted in its error, with the secret where it stood: none is kept."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        return not isinstance(error, HttpProcessingError)


_http_log.addFilter(_Unquoted())


class NotAnUpdateError(ValueError):
    """The body is no JSON object with an `update_id`."""


class WebhookDoor:
    """Serves one path behind a proxy that speaks HTTPS; use as an async context manager.

    200 means that the update is on disk; 503 that it could not be, so that Telegram brings it
    again. Everybody has a connection for one request and a bounded time for its head and its
    body. Answers say a status and no more; `note` is told each.
    """

    def __init__(
        self,
        host: str,
        port: int,
        path: str,
        secret: str,
        take: Take,
        note: Callable[[int], None],
    ) -> None:
        self._host = host
        self._port = port
        self._path = path
        self._secret = secret.encode()
        self._take = take
        self._note = note
        self._is_closing = False

    async def __aenter__(self) -> Self:
        """Raises PortTakenError. Port 0 takes any free one, see `address`."""
        self._server = web.Server(
            self._answer,
            access_log=None,
            logger=_http_log,
            keepalive_timeout=HEAD_SECONDS,
            lingering_time=_LINGER_SECONDS,
            auto_decompress=False,
        )
        self._runner = web.ServerRunner(self._server, shutdown_timeout=_LAST_ANSWERS_SECONDS)
        await self._runner.setup()
        loop = asyncio.get_running_loop()
        try:
            self._listener = await loop.create_server(self._connect, self._host, self._port)
        except OSError as error:
            await self._runner.cleanup()
            raise PortTakenError("WEBHOOK_PORT", self._port, str(error.strerror)) from error
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nobody comes in any more; who is in gets a moment for the answer."""
        self._is_closing = True
        self._listener.close()
        await self._runner.cleanup()

    @property
    def address(self) -> str:
        """Where the proxy finds it."""
        host, port = self._listener.sockets[0].getsockname()[:2]
        return f"http://{f'[{host}]' if ':' in host else host}:{port}{self._path}"

    def _connect(self) -> asyncio.BaseProtocol:
        # asyncio still hands over what it had accepted when the listener closed.
        is_full = len(self._server.connections) >= MAX_CONNECTIONS
        return _Unserved() if self._is_closing or is_full else self._server()

    async def _answer(self, request: web.BaseRequest) -> web.Response:
        status = self._refusal(request) or await self._receive(request)
        self._note(status)
        response = web.Response(status=status, headers={"Server": "webhook"})
        if status == web.HTTPMethodNotAllowed.status_code:
            response.headers["Allow"] = "POST"
        response.force_close()
        return response

    def _refusal(self, request: web.BaseRequest) -> int | None:
        """What is decided before a byte of the body is read."""
        if request.path != self._path:
            return 404
        if request.method != "POST":
            return 405
        # Header bytes beyond ASCII come as surrogates, which hmac takes only as bytes.
        shown = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(shown, self._secret):
            return 403
        if request.content_type != "application/json":
            return 415
        return 413 if (request.content_length or 0) > MAX_BODY_BYTES else None

    async def _receive(self, request: web.BaseRequest) -> int:
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await _read_body(request)
        except TimeoutError:
            return 408
        except (ConnectionError, web.RequestPayloadError):
            return 400
        if body is None:
            return 413
        try:
            update = parse_update(body)
        except NotAnUpdateError:
            return 400
        try:
            await self._take(update)
        except StorageError as error:
            _log.error("an update can't be stored and is left to Telegram: %s", error)
            return 503
        return 200


class _Unserved(asyncio.Protocol):
    """A connection too many, or too late: closed as it comes."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()


async def _read_body(request: web.BaseRequest) -> bytes | None:
    """None where it is too large, however it says its length."""
    body = bytearray()
    async for chunk in request.content.iter_chunked(_CHUNK_BYTES):
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            return None
    return bytes(body)


def parse_update(body: bytes) -> Mapping[str, JsonValue]:
    """The update as Telegram sent it, of whatever kind. Raises NotAnUpdateError."""
    try:
        update = from_json(body, allow_inf_nan=False)
        json.dumps(update, allow_nan=False)  # 1e400 is read as infinity, which JSON can't keep
    except ValueError:
        raise NotAnUpdateError from None
    update_id = update.get("update_id") if isinstance(update, dict) else None
    # Not isinstance, for which True is a whole number too.
    if type(update_id) is not int or not 0 < update_id <= _MAX_UPDATE_ID:
        raise NotAnUpdateError
    return update  # type: ignore[no-any-return]  # what from_json gives, an object by now
