"""The command line: starts the server, the bot beside it, and one played talk."""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from sandbox.bot_process import BotProcess
from sandbox.client import ChatTimeoutError, SandboxClient, SandboxRefusalError
from sandbox.control.origin import is_loopback
from sandbox.play import DEFAULT_TAPS, Play
from sandbox.server import PortBusyError, SandboxServer

_PORT_VARIABLE = "SANDBOX_PORT"


def say(text: str) -> None:
    print(text, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """0 after Ctrl-C or SIGTERM, 1 where the server or the bot can't start, 2 for bad usage."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.play is not None and not options.play.is_file():
        parser.error(f"--play: there is no file {options.play}")
    try:
        return asyncio.run(_run(options))
    except PortBusyError as error:
        print(
            f"Port {error.port} on {error.host} is in use by another program.\n"
            f"Choose another: python -m sandbox --port {error.port + 1}, or --port 0 for any free"
            f" one, or set {_PORT_VARIABLE} in the environment.",
            file=sys.stderr,
        )
        return 1
    except OSError as error:
        print(f"Can't listen on {options.host}: {error.strerror}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m sandbox",
        description="A local Bot API server with a chat page: the bot runs without Telegram.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument(
        "--port",
        type=_port,
        default=os.environ.get(_PORT_VARIABLE, "8080"),
        help=f"port, 0 for any free one (${_PORT_VARIABLE}, else 8080)",
    )
    parser.add_argument("--with-bot", action="store_true", help="run `python -m bot` beside it")
    parser.add_argument(
        "--play", type=Path, metavar="FILE", help="send FILE as a made-up person and ask to score"
    )
    parser.add_argument(
        "--tap",
        action="append",
        metavar="TEXT",
        help=f"part of the score button's text for --play ({' or '.join(DEFAULT_TAPS)})",
    )
    parser.add_argument("--language", choices=("ru", "en"), default="ru", help="of that person")
    parser.add_argument(
        "--play-timeout",
        type=float,
        default=180,
        metavar="SECONDS",
        help="how long --play waits for the scored answer (%(default)s)",
    )
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)


async def _run(options: argparse.Namespace) -> int:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    async with SandboxServer(options.host, options.port) as server:
        _greet(server, options)
        bot = BotProcess(_bot_environment(server), say)
        jobs: list[asyncio.Task[None]] = []
        try:
            if options.play is not None:
                jobs.append(asyncio.create_task(_play(server, options)))
            if options.with_bot:
                bot.start()
                jobs.append(asyncio.create_task(_stop_without_bot(bot, stopped)))
            await stopped.wait()
            can_not_start = options.with_bot and not bot.is_running
            say(
                "The bot does not start; its lines above say why." if can_not_start else "Stopping."
            )
            return 1 if can_not_start else 0
        finally:
            for job in jobs:
                job.cancel()
            await asyncio.gather(*jobs, return_exceptions=True)
            await bot.stop()


async def _stop_without_bot(bot: BotProcess, stopped: asyncio.Event) -> None:
    """A bot that never came up ends the command; one that did leaves the chats to look at."""
    await bot.given_up()
    if not bot.has_lived:
        stopped.set()


def _bot_environment(server: SandboxServer) -> dict[str, str]:
    return {"BOT_TOKEN": server.token, "TELEGRAM_API_URL": server.url}


def _greet(server: SandboxServer, options: argparse.Namespace) -> None:
    say(f"Chat page: {server.url}/   (Ctrl-C stops)")
    if not is_loopback(server.host):
        say("Warning: this address is open to the network, and the sandbox has no passwords.")
    if not options.with_bot:
        settings = " ".join(f"{name}={value}" for name, value in _bot_environment(server).items())
        say(f"Attach the bot: {settings} python -m bot")


async def _play(server: SandboxServer, options: argparse.Namespace) -> None:
    say(f"A made-up person sends {options.play.name}:")
    async with SandboxClient(server.url) as client:
        taps = options.tap or DEFAULT_TAPS
        play = Play(
            client, say, taps, language=options.language, timeout_seconds=options.play_timeout
        )
        try:
            await play.run(options.play)
        except (ChatTimeoutError, SandboxRefusalError) as error:
            say(f"The talk stopped: {error}")
            return
    say(f"That was the whole way. Go on yourself: {server.url}/   (Ctrl-C stops)")
