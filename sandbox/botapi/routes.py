"""HTTP of the bot's door: token, faults, the method, and the answer's envelope."""

import asyncio
import hmac
import json
import logging
import math
from typing import Any

from aiohttp import web

from sandbox.botapi.calls import Call
from sandbox.botapi.faults import Fault, Faults
from sandbox.botapi.flood import FloodLimits
from sandbox.botapi.methods import METHODS
from sandbox.botapi.parameters import Parameters, read_parameters
from sandbox.botapi.webhook import WebhookDelivery
from sandbox.telegram.errors import BotApiError
from sandbox.telegram.state import Telegram

_log = logging.getLogger(__name__)


class BotApi:
    """The handlers of /bot<token>/<method> and /file/bot<token>/<path>."""

    def __init__(
        self, telegram: Telegram, webhook: WebhookDelivery, faults: Faults, flood: FloodLimits
    ) -> None:
        self._telegram = telegram
        self._webhook = webhook
        self._faults = faults
        self._flood = flood

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/bot{token}/{method}", self._call),
            web.post("/bot{token}/{method}", self._call),
            web.get("/file/bot{token}/{path:.+}", self._download),
        ]

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        fault: Fault | None = None
        parameters = Parameters({})
        error: BotApiError | None = None
        result: Any = None
        try:
            self._check_token(request)
            fault = await self._suffer(method)
            parameters = await _received(request)
            result = await self._run(method, parameters)
        except BotApiError as raised:
            error = raised
        except _DroppedError:
            return _drop_connection(request)
        self._telegram.note_call(method, parameters.values, error)
        if fault is not None and fault.kind == "lost_answer":
            return _drop_connection(request)
        return _refusal(error) if error else _answer({"ok": True, "result": result})

    async def _run(self, method: str, parameters: Parameters) -> Any:
        run = METHODS.get(method.lower())
        if run is None:
            raise BotApiError(404, f"Not Found: method {method} is not in the sandbox")
        self._flood.check(method, parameters)
        return await run(Call(self._telegram, self._webhook, parameters))

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
            fault = await self._suffer("file")
            file = self._telegram.files.by_path(request.match_info["path"])
            if file is None:
                raise BotApiError(404, "Not Found")
        except BotApiError as error:
            return _refusal(error)
        except _DroppedError:
            return _drop_connection(request)
        if fault is not None and fault.kind == "lost_answer":
            return _drop_connection(request)
        return web.Response(body=file.content, content_type="application/octet-stream")

    def _check_token(self, request: web.Request) -> None:
        token = request.match_info["token"].encode()
        if not hmac.compare_digest(token, self._telegram.bot.token.encode()):
            raise BotApiError(401, "Unauthorized")

    async def _suffer(self, method: str) -> Fault | None:
        """Applies the fault that hits this call, as far as it comes before the call."""
        fault = self._faults.take(method)
        if fault is None:
            return None
        seconds = max(1, math.ceil(fault.seconds))
        if fault.kind == "retry_after":
            raise BotApiError(429, f"Too Many Requests: retry after {seconds}", seconds)
        if fault.kind == "bad_gateway":
            raise BotApiError(502, "Bad Gateway")
        if fault.kind == "gateway_page":
            raise web.HTTPBadGateway(text=_GATEWAY_PAGE, content_type="text/html")
        if fault.kind == "error":
            raise BotApiError(fault.error_code, fault.description)
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        elif fault.kind == "drop":
            raise _DroppedError
        return fault


_GATEWAY_PAGE = "<html><head><title>502 Bad Gateway</title></head></html>"


class _DroppedError(Exception):
    """This call ends before it does anything: by a fault, or as the bot is gone."""


async def _received(request: web.Request) -> Parameters:
    """A bot that dies in the middle of an upload is a line of the log, and no fault of ours."""
    try:
        return await read_parameters(request)
    except ConnectionError:
        _log.warning("the bot went away in the middle of %s", request.match_info["method"])
        raise _DroppedError from None


def _drop_connection(request: web.Request) -> web.Response:
    """Closes the socket without a word; the response goes nowhere."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _answer(body: dict[str, Any], status: int = 200) -> web.Response:
    return web.json_response(
        body, status=status, dumps=lambda value: json.dumps(value, ensure_ascii=False)
    )


def _refusal(error: BotApiError) -> web.Response:
    body: dict[str, Any] = {
        "ok": False,
        "error_code": error.code,
        "description": error.description,
    }
    if error.retry_after_seconds is not None:
        body["parameters"] = {"retry_after": error.retry_after_seconds}
    return _answer(body, error.code)
