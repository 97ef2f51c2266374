"""A headless Chromium driven over its DevTools socket: as much as the page's tests need."""

import asyncio
import base64
import contextlib
import itertools
import json
import math
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-port=0",
)


_LOOK_SECONDS = 0.03


class PageError(AssertionError):
    """The script in the page threw, or the page never came to what was waited for."""


class Page:
    """One tab."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self.problems: list[str] = []

    async def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        while True:
            answer = json.loads((await self._socket.receive()).data)
            if answer.get("id") == number:
                if "error" in answer:
                    raise PageError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result
            self._note(answer)

    def _note(self, event: dict[str, Any]) -> None:
        """Keeps what a person would see in red in the console."""
        if event.get("method") == "Runtime.exceptionThrown":
            self.problems.append(event["params"]["exceptionDetails"]["exception"]["description"])
        elif event.get("method") == "Log.entryAdded":
            entry = event["params"]["entry"]
            if entry["level"] == "error":
                self.problems.append(entry["text"])

    async def open(self, url: str) -> None:
        await self.send("Page.navigate", url=url)
        await self.wait_until("document.readyState === 'complete'")

    async def run(self, script: str) -> Any:
        """The value of an expression in the page, awaited."""
        result = await self.send(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in result:
            raise PageError(str(result["exceptionDetails"]))
        return result["result"].get("value")

    async def wait_until(self, condition: str, timeout_seconds: float = 10) -> None:
        for _ in range(math.ceil(timeout_seconds / _LOOK_SECONDS)):
            if await self.run(f"!!({condition})"):
                return
            await asyncio.sleep(_LOOK_SECONDS)
        raise PageError(f"never true: {condition}; the page: {await self.text()}")

    async def text(self) -> str:
        return str(await self.run("document.body.innerText"))

    async def press(self, key: str, **more: Any) -> None:
        for kind in ("keyDown", "keyUp"):
            await self.send("Input.dispatchKeyEvent", type=kind, key=key, **more)

    async def press_enter(self) -> None:
        await self.press("Enter", code="Enter", windowsVirtualKeyCode=13, text="\r")

    async def resize(self, width: int, height: int) -> None:
        await self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    async def choose_files(self, selector: str, *files: Path) -> None:
        root = (await self.send("DOM.getDocument"))["root"]["nodeId"]
        node = await self.send("DOM.querySelector", nodeId=root, selector=selector)
        await self.send(
            "DOM.setFileInputFiles", nodeId=node["nodeId"], files=[str(file) for file in files]
        )

    async def screenshot(self) -> bytes:
        """A PNG of what is to be seen."""
        image = await self.send("Page.captureScreenshot", format="png")
        return base64.b64decode(image["data"])


def shows(text: str) -> str:
    """The condition that the chat page shows these words."""
    return f"document.querySelector('#messages').innerText.includes({text!r})"


@contextlib.asynccontextmanager
async def open_browser(profile: Path) -> AsyncIterator[Page]:
    """Chromium with an empty profile in `profile`; gone at the end."""
    process = await asyncio.create_subprocess_exec(
        "chromium",
        *_FLAGS,
        f"--user-data-dir={profile}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        port = await _debugging_port(profile)
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                tabs = await answer.json(content_type=None)
            address = next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page")
            async with session.ws_connect(address, max_msg_size=0) as socket:
                page = Page(socket)
                for domain in ("Page", "Runtime", "Log", "DOM"):
                    await page.send(f"{domain}.enable")
                yield page
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await process.communicate()


async def _debugging_port(profile: Path) -> int:
    """Chromium writes the port that it took into its profile."""
    written = profile / "DevToolsActivePort"
    for _ in range(600):
        port = await asyncio.to_thread(_first_line, written)
        if port:
            return int(port)
        await asyncio.sleep(0.05)
    raise PageError("chromium did not start within 30 s")


def _first_line(file: Path) -> str:
    return file.read_text().split("\n")[0] if file.exists() else ""
