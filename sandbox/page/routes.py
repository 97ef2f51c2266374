"""Serves the chat page and nothing else from its folder."""

from pathlib import Path

from aiohttp import web

_FOLDER = Path(__file__).parent
_MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def page_routes() -> list[web.RouteDef]:
    """`/` and `/page/<name>` for each file of the page."""
    return [web.get("/", _index), web.get("/page/{name}", _asset)]


async def _index(request: web.Request) -> web.Response:
    return _file("index.html", "text/html")


async def _asset(request: web.Request) -> web.Response:
    name = request.match_info["name"]
    media_type = _MEDIA_TYPES.get(Path(name).suffix)
    if media_type is None or not (_FOLDER / name).is_file() or Path(name).name != name:
        raise web.HTTPNotFound(text="there is no such file")
    return _file(name, media_type)


def _file(name: str, media_type: str) -> web.Response:
    return web.Response(
        text=(_FOLDER / name).read_text(encoding="utf-8"),
        content_type=media_type,
        headers={"Content-Security-Policy": _POLICY, "Cache-Control": "no-store"},
    )
