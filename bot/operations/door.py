"""A local door for collectors and supervisors: /metrics, /healthz, /readyz."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Final, Self

from aiohttp import web
from prometheus_client import Gauge

from bot.listening import PortTakenError
from bot.operations.metrics import Metrics
from domain.errors import StorageError

HOST: Final = "127.0.0.1"
POLL_TOO_OLD_SECONDS: Final = 120.0
"""Longer than the longest poll and the pause after a failed one together, and than two watches
of a webhook."""
_DATABASE_SECONDS: Final = 2.0


class OperationsDoor:
    """Serves on this machine only; use as an async context manager.

    `/healthz` is 200 while the event loop turns. `/readyz` is 200 where the model is loaded, the
    database answers and Telegram was reached lately, else 503; both name what they looked at.
    """

    def __init__(
        self, port: int, metrics: Metrics, ask_database: Callable[[], Awaitable[object]]
    ) -> None:
        self._port = port
        self._metrics = metrics
        self._ask_database = ask_database
        application = web.Application()
        application.router.add_get("/metrics", self._expose)
        application.router.add_get("/healthz", self._healthy)
        application.router.add_get("/readyz", self._ready)
        self._runner = web.AppRunner(application, access_log=None)

    @property
    def address(self) -> str:
        host, port = self._runner.addresses[0][:2]
        return f"http://{host}:{port}"

    async def __aenter__(self) -> Self:
        """Raises PortTakenError."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, HOST, self._port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise PortTakenError("METRICS_PORT", self._port, str(error.strerror)) from error
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _expose(self, _: web.Request) -> web.Response:
        body = self._metrics.exposition()
        # aiohttp takes no parameters but the charset in `content_type`.
        return web.Response(
            body=body, headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
        )

    async def _healthy(self, _: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    async def _ready(self, _: web.Request) -> web.Response:
        seen = {
            "model": _value(self._metrics.ready) == 1,
            "database": await self._database_answers(),
            "telegram": time.time() - _value(self._metrics.last_poll) < POLL_TOO_OLD_SECONDS,
        }
        return web.json_response(seen, status=200 if all(seen.values()) else 503)

    async def _database_answers(self) -> bool:
        try:
            await asyncio.wait_for(self._ask_database(), _DATABASE_SECONDS)
        except (StorageError, TimeoutError):
            return False
        return True


def _value(gauge: Gauge) -> float:
    """A gauge's value by its public way out."""
    samples = next(iter(gauge.collect())).samples
    return float(samples[0].value)
