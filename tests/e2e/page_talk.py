"""The talk of the README's picture: a file sent and scored on the sandbox's page, in a browser.

Run as a script it draws the picture: `python -m tests.e2e.page_talk docs/images/chat.png`.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from sandbox.server import SandboxServer
from tests.e2e.running import RunningBot, shipped_or_tiny_bundle
from tests.unit.sandbox.browser import Page, open_browser

SAMPLE = Path(__file__).parents[1] / "samples" / "hh_ru_2024.pdf"
_WAIT_SECONDS = 60.0
_WIDTH, _HEIGHT = 430, 1330


async def send_file_and_score(page: Page, file: Path) -> None:
    """Does what a newcomer does; returns when the page shows the scored answer."""
    await page.choose_files("#file", file)
    await page.wait_until("document.getElementById('file-dialog').open")
    await page.run("document.querySelector('#file-form button[value=ok]').click()")
    for label in ("Согласен", "Я рекрутер", "Оценить"):
        await page.wait_until(_button(label), _WAIT_SECONDS)
        await page.run(f"({_button(label)}).click()")
    await page.wait_until(_says("из 100"), _WAIT_SECONDS)


def _button(text: str) -> str:
    return (
        "[...document.querySelectorAll('.theirs .key')]"
        f".find((key) => key.innerText.includes({text!r}))"
    )


def _says(text: str) -> str:
    return f"document.querySelector('#messages').innerText.includes({text!r})"


async def _draw(picture: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with SandboxServer() as server, open_browser(folder / "profile") as page:
            bot = RunningBot(server, folder, shipped_or_tiny_bundle(folder))
            await bot.start()
            await page.resize(_WIDTH, _HEIGHT)
            await page.open(server.url + "/")
            await page.wait_until("document.querySelector('#messages .start')")
            await send_file_and_score(page, SAMPLE)
            await asyncio.sleep(1)
            image = await page.screenshot()
            await bot.stop()
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(image)  # noqa: ASYNC240


if __name__ == "__main__":
    asyncio.run(_draw(Path(sys.argv[1])))
