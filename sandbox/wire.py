"""HTTP to the control door."""

from typing import Any

import aiohttp


class SandboxRefusalError(Exception):
    """The sandbox did not do what was asked; the text says why."""


class SandboxWire:
    """One session that opens at the first call and closes with `close()`."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session

    async def get(self, path: str, query: dict[str, str] | None = None) -> Any:
        return await self.call("GET", path, params=query)

    async def post(self, path: str, body: dict[str, Any]) -> Any:
        return await self.call("POST", path, json=body)

    async def call(self, verb: str, path: str, **body: Any) -> Any:
        """The answer's JSON; raises SandboxRefusalError."""
        async with self._open().request(verb, self.url + path, **body) as answer:
            result = await answer.json(content_type=None)
            if answer.status >= 400:
                raise SandboxRefusalError(f"{verb} {path}: {result.get('error', answer.status)}")
            return result

    async def download(self, path: str) -> bytes:
        async with self._open().get(self.url + path) as answer:
            if answer.status >= 400:
                raise SandboxRefusalError(f"GET {path}: {answer.status}")
            return await answer.read()
