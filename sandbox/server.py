"""The sandbox as one HTTP server: Bot API, control door and chat page."""

import errno
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler

from sandbox.botapi.faults import Faults
from sandbox.botapi.flood import FloodLimits
from sandbox.botapi.routes import BotApi
from sandbox.botapi.webhook import WebhookDelivery
from sandbox.control.gathering import Gathering
from sandbox.control.inlining import Inlining
from sandbox.control.inputs import ControlError
from sandbox.control.origin import own_origin_only
from sandbox.control.steering import Steering
from sandbox.control.talking import Talking
from sandbox.control.watching import Watching
from sandbox.page.routes import page_routes
from sandbox.telegram.errors import BotApiError
from sandbox.telegram.state import Telegram

SANDBOX_TOKEN = "1000000001:sandbox-only-this-opens-nothing"
"""Known to all: it is good for this sandbox only, and only this machine reaches that."""

MAX_BODY_BYTES = 52 * 1024 * 1024
"""The Bot API takes files up to 50 MB from a bot; the same holds for people here."""

QUERY_LIFETIME_SECONDS = 15.0

_LAST_ANSWERS_SECONDS = 0.2
"""Long polls are cut off when the server stops: nobody answers them any more."""


class PortBusyError(Exception):
    """Another program listens there."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"port {port} on {host} is in use")
        self.host = host
        self.port = port


class SandboxServer:
    """`start()`, then people and the bot talk at `url`; port 0 takes any free one.

    State is in memory and lives as long as this object, not as long as the bot: a bot that
    restarts finds its undelivered updates. Use as an async context manager or with close().
    """

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        token: str = SANDBOX_TOKEN,
        query_lifetime_seconds: float = QUERY_LIFETIME_SECONDS,
        max_body_bytes: int = MAX_BODY_BYTES,
    ) -> None:
        self.host = host
        self.port = port
        self.token = token
        self.telegram = Telegram(token, query_lifetime_seconds=query_lifetime_seconds)
        self._webhook = WebhookDelivery(self.telegram.updates)
        self._max_body_bytes = max_body_bytes
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """The address without a final slash, e.g. http://127.0.0.1:8080."""
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)
        return f"http://{f'[{host}]' if ':' in host and host[0] != '[' else host}:{self.port}"

    async def start(self) -> None:
        """Listens; raises PortBusyError where the port is taken."""
        runner = web.AppRunner(
            self._application(), access_log=None, shutdown_timeout=_LAST_ANSWERS_SECONDS
        )
        await runner.setup()
        try:
            await web.TCPSite(runner, self.host, self.port).start()
        except OSError as error:
            await runner.cleanup()
            if error.errno == errno.EADDRINUSE:
                raise PortBusyError(self.host, self.port) from error
            raise
        self._runner = runner
        self.port = runner.addresses[0][1]

    async def close(self) -> None:
        await self._webhook.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> "SandboxServer":
        await self.start()
        return self

    async def __aexit__(self, *reason: object) -> None:
        await self.close()

    def _application(self) -> web.Application:
        application = web.Application(
            client_max_size=self._max_body_bytes,
            middlewares=[own_origin_only(self.host), _control_errors_as_json],
        )
        application.on_response_prepare.append(_forbid_sniffing)
        faults, flood = Faults(), FloodLimits()
        for routes in (
            BotApi(self.telegram, self._webhook, faults, flood).routes(),
            Talking(self.telegram).routes(),
            Inlining(self.telegram).routes(),
            Gathering(self.telegram).routes(),
            Watching(self.telegram).routes(),
            Steering(self.telegram, faults, flood).routes(),
            page_routes(),
        ):
            application.add_routes(routes)
        return application


async def _forbid_sniffing(request: web.Request, response: web.StreamResponse) -> None:
    response.headers["X-Content-Type-Options"] = "nosniff"


@web.middleware
async def _control_errors_as_json(request: web.Request, handler: Handler) -> web.StreamResponse:
    """`{"error": "..."}` for what the control door refuses."""
    problem: dict[str, Any]
    try:
        return await handler(request)
    except ControlError as error:
        problem, status = {"error": str(error)}, error.status
    except BotApiError as error:
        problem, status = {"error": error.description}, error.code
    except web.HTTPRequestEntityTooLarge as error:
        problem, status = {"error": error.text or "the file is too large"}, 413
    return web.json_response(problem, status=status)
