"""The real bot with a webhook: Telegram brings updates, and a kill loses and doubles none."""

import signal
from pathlib import Path

import aiohttp
import pytest

from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from tests.e2e.chatting import Chat
from tests.e2e.running import RunningBot
from tests.free_port import free_port

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = pytest.mark.asyncio(loop_scope="session")
SECRET = "made-up-secret_0123456789"
FINAL_ANSWERS = ("sendPhoto", "editMessageMedia")


@pytest.mark.timeout(240)
async def test_a_kill_in_the_middle_of_a_score(tmp_path: Path, bundle: Path) -> None:
    async with SandboxServer() as sandbox, SandboxClient(sandbox.url) as client:
        bot = RunningBot(sandbox, tmp_path, bundle, is_forked=True)
        url = bot.listens(free_port(), SECRET)
        person = Chat(client, 1, "en")
        try:
            await bot.start(until="loading the model")
            card = await person.sends(SAMPLES / "hh_en.pdf", "📊 Score")
            for method in FINAL_ANSWERS:
                await client.set_fault(method, "bad_gateway")
            await person.taps(card, "📊 Score", "⏳")
            await bot.stop(signal.SIGKILL)
            await client.clear_faults()
            sent = await client.send_text("/help", person.user_id, "en")
            await bot.start()
            await person.sees("of 100")
            await person.sees("/mydata", after=sent.message_id)
            await person.says("/history", "1 in all")
            assert len([one for one in await person.bot_messages() if "of 100" in one.text]) == 1
            await _is_refused(url, {"update_id": 1})
        finally:
            assert await bot.stop() == 0
        assert "Traceback" not in bot.log, bot.log
        assert SECRET not in bot.log
        assert not [call for call in sandbox.telegram.calls if call["method"] == "getUpdates"]


async def _is_refused(url: str, update: dict[str, int]) -> None:
    """Whoever knows the address can do nothing without the secret."""
    async with aiohttp.ClientSession() as forger, forger.post(url, json=update) as answer:
        assert answer.status == 403
