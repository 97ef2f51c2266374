"""Faults, flood limits and reset: what tests use to make trouble, and to start anew."""

from typing import Any, cast

from aiohttp import web

from sandbox.botapi.faults import FAULT_KINDS, Fault, FaultKind, Faults
from sandbox.botapi.flood import FloodLimits
from sandbox.control.inputs import ControlError, read_json, read_seconds, read_whole
from sandbox.telegram.state import Telegram

_LONGEST_FAULT_SECONDS = 3600


class Steering:
    """Handlers of /sandbox/faults, /sandbox/flood and /sandbox/reset."""

    def __init__(self, telegram: Telegram, faults: Faults, flood: FloodLimits) -> None:
        self._telegram = telegram
        self._faults = faults
        self._flood = flood

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/sandbox/faults", self._list),
            web.post("/sandbox/faults", self._add),
            web.delete("/sandbox/faults", self._clear),
            web.post("/sandbox/flood", self._set_flood),
            web.post("/sandbox/reset", self._reset),
        ]

    async def _list(self, request: web.Request) -> web.Response:
        return self._shown()

    async def _add(self, request: web.Request) -> web.Response:
        self._faults.add(_read_fault(await read_json(request)))
        return self._shown()

    async def _clear(self, request: web.Request) -> web.Response:
        self._faults.clear()
        return self._shown()

    async def _set_flood(self, request: web.Request) -> web.Response:
        """`is_on`: whether Telegram's limits of sending hold."""
        is_on = (await read_json(request)).get("is_on")
        if not isinstance(is_on, bool):
            raise ControlError("is_on must be true or false")
        self._flood.set(is_on)
        return web.json_response({"is_on": is_on})

    async def _reset(self, request: web.Request) -> web.Response:
        """Forgets all talk and faults; the bot's profile and webhook stay."""
        self._faults.clear()
        self._flood.set(False)
        await self._telegram.forget_talk()
        return self._shown()

    def _shown(self) -> web.Response:
        return web.json_response({"faults": [fault.as_json() for fault in self._faults.active]})


def _read_fault(body: dict[str, Any]) -> Fault:
    kind = body.get("kind")
    if kind not in FAULT_KINDS:
        raise ControlError(f"kind must be one of {', '.join(FAULT_KINDS)}")
    count = None if body.get("count") is None else read_whole(body, "count")
    if count is not None and count < 1:
        raise ControlError("count must be at least 1")
    return Fault(
        method=str(body.get("method") or "*"),
        kind=cast(FaultKind, kind),
        seconds=read_seconds(body.get("seconds", 1), _LONGEST_FAULT_SECONDS),
        count=count,
        error_code=read_whole(body, "error_code", 400),
        description=str(body.get("description") or Fault.description),
    )
