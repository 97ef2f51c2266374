"""Only this machine's own page and programs get in.

A web page of someone else that is open in the same browser can send requests to 127.0.0.1.
Browsers name the page in the Origin header, and name the host they think they talk to.
"""

import ipaddress

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

_LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


def is_loopback(host: str) -> bool:
    """True for an address or a name that only this machine can reach."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def own_origin_only(bound_host: str) -> Middleware:
    """Refuses with 403 what another site's page sends, and foreign Host names (DNS rebinding).

    Host names are checked only while the server listens on this machine alone: whoever opens
    it to a network chose the name it is reached by.
    """

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        same_origin = f"{request.scheme}://{request.host}"
        if origin is not None and origin != same_origin:
            raise web.HTTPForbidden(text="requests from another site's page are refused")
        if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
            raise web.HTTPForbidden(text="requests from another site's page are refused")
        name = request.url.host or ""
        if is_loopback(bound_host) and name not in _LOCAL_NAMES:
            raise web.HTTPForbidden(text=f"this server is not called {name}")
        return await handler(request)

    return check
