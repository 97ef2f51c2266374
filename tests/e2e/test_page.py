"""A newcomer's first minute: the chat page in a real browser with the real bot behind it."""

from pathlib import Path

import pytest

from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from tests.e2e.page_talk import SAMPLE, send_file_and_score
from tests.e2e.running import RunningBot
from tests.unit.sandbox.browser import open_browser

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.system("chromium")
async def test_a_file_is_scored_on_the_page(
    sandbox: SandboxServer, client: SandboxClient, bot: RunningBot, tmp_path: Path
) -> None:
    await client.reset()  # other tests' people would be on the page
    async with open_browser(tmp_path / "profile") as page:
        await page.open(sandbox.url + "/")
        await page.wait_until("document.querySelector('#messages .start')")
        await send_file_and_score(page, SAMPLE)
        assert "Python-разработчик" in await page.text()
        assert page.problems == []
