"""The program as started by hand: `python -m sandbox`, with a small bot beside it."""

import asyncio
import contextlib
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.bot_process import BotProcess
from sandbox.client import ChatTimeoutError, SandboxClient
from sandbox.play import ChatPrinter, Play
from sandbox.server import SandboxServer
from sandbox.talk import ChatMessage

BOT = """
import json, os, urllib.request
address = os.environ["TELEGRAM_API_URL"] + "/bot" + os.environ["BOT_TOKEN"] + "/"

def call(method, **values):
    body = json.dumps(values).encode()
    request = urllib.request.Request(address + method, body, {"Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(request))["result"]

print("polling", flush=True)
offset = 0
while True:
    for update in call("getUpdates", offset=offset, timeout=20):
        offset = update["update_id"] + 1
        if "callback_query" in update:
            query = update["callback_query"]
            call("answerCallbackQuery", callback_query_id=query["id"], text="wait")
            card = query["message"]["message_id"]
            call("editMessageText", chat_id=1, message_id=card, text="done")
            call("sendMessage", chat_id=1, text="<b>73</b> of 100", parse_mode="HTML")
        elif update["message"].get("text") == "die":
            call("getUpdates", offset=offset)
            raise SystemExit("dying")
        else:
            names = ("City", "Score it")
            keys = {"inline_keyboard": [[{"text": name, "callback_data": name} for name in names]]}
            call("sendMessage", chat_id=1, text="Card", reply_markup=keys)
"""


@pytest.fixture
async def lines(server: SandboxServer, tmp_path: Path) -> AsyncIterator[list[str]]:
    """What the small bot says while it runs beside the sandbox."""
    script = tmp_path / "bot.py"
    script.write_text(BOT)
    lines: list[str] = []
    bot = BotProcess(
        {"BOT_TOKEN": server.token, "TELEGRAM_API_URL": server.url},
        lines.append,
        (sys.executable, str(script)),
        first_pause_seconds=0.1,
    )
    bot.start()
    yield lines
    await bot.stop()
    assert not bot.is_running


async def test_a_play_goes_to_the_scored_message(
    client: SandboxClient, lines: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "cv.txt"
    file.write_text("made up")
    said: list[str] = []
    await Play(client, said.append, settle_seconds=0.1, timeout_seconds=20).run(file)
    assert said[:3] == [
        "  person   > [document: cv.txt, 7 B]",
        "  bot      > Card\n             [ City ] [ Score it ]",
        "  person   > taps [ Score it ]",
    ]
    assert sorted(said[3:]) == [
        "  bot      > (wait)",
        "  bot      > 73 of 100",
        "  bot edit > done",
    ]


async def test_a_play_without_a_score_button_says_so(client: SandboxClient, tmp_path: Path) -> None:
    file = tmp_path / "cv.txt"
    file.write_text("made up")
    with pytest.raises(ChatTimeoutError, match="a message with a button to score"):
        await Play(client, lambda text: None, timeout_seconds=0.1).run(file)


async def test_a_bot_that_dies_is_started_again(client: SandboxClient, lines: list[str]) -> None:
    await client.send_text("die")
    await client.send_text("hello")
    await client.wait_for_message(lambda message: message.text == "Card", 20)
    assert "bot | dying" in lines
    assert "bot | ended with status 1; starts again in 0.1 s" in lines
    assert lines.count("bot | polling") == 2


async def test_a_bot_that_can_not_start_is_given_up() -> None:
    lines: list[str] = []
    command = (sys.executable, "-c", "print('no model'); raise SystemExit(3)")
    bot = BotProcess({}, lines.append, command, first_pause_seconds=0.01)
    bot.start()
    await asyncio.wait_for(bot.given_up(), 20)
    assert not bot.is_running
    assert not bot.has_lived
    assert lines.count("bot | no model") == 3
    assert lines[-1] == "bot | ended 3 times soon after its start; not started again"
    await bot.stop()


def test_of_an_edit_only_what_is_new_is_said() -> None:
    said: list[str] = []
    printer = ChatPrinter(said.append)

    def card(text: str) -> ChatMessage:
        return ChatMessage(5, 1, True, text, text, (), (), None, 0, False, None)

    assert printer.show([card("Card\nreading")])
    assert not printer.show([card("Card\nreading")])
    assert printer.show([card("Card\nscoring")])
    assert said == ["  bot      > Card\n             reading", "  bot edit > scoring"]


@contextlib.asynccontextmanager
async def sandbox_command(*arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "sandbox",
        *arguments,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


async def test_the_command_prints_its_address_and_stops_on_sigterm() -> None:
    async with sandbox_command("--port", "0") as process:
        assert process.stdout is not None
        first = (await process.stdout.readline()).decode()
        found = re.search(r"Chat page: (http://127\.0\.0\.1:\d+)/", first)
        assert found is not None
        async with SandboxClient(found[1]) as client:
            assert await client.messages() == []
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0


async def test_a_busy_port_is_told_with_what_to_do(server: SandboxServer) -> None:
    async with sandbox_command("--port", str(server.port)) as process:
        _, problem = await process.communicate()
        assert process.returncode == 1
    text = problem.decode()
    assert f"Port {server.port} on 127.0.0.1 is in use" in text
    assert "--port 0" in text
    assert "Traceback" not in text


@pytest.mark.parametrize(
    "arguments", [("--port", "99999"), ("--play", "nothing.pdf"), ("--nonsense",)]
)
async def test_bad_usage_is_status_2(arguments: tuple[str, ...]) -> None:
    async with sandbox_command(*arguments) as process:
        await process.communicate()
        assert process.returncode == 2
