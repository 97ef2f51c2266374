"""One run of chaos, from the first resume to the accounts."""

import asyncio
import secrets
import signal
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from tests.chaos.accounts import Accounts, accounts_of
from tests.chaos.people import Sender
from tests.chaos.trouble import Trouble
from tests.e2e.running import RunningBot
from tests.free_port import free_port

_QUIET_SECONDS = 120.0


@dataclass(frozen=True)
class Plan:
    """How much of what; `patience_seconds` is how long a person waits for one resume's end.

    Telegram brings updates `by_webhook`, or the bot asks for them.
    """

    resumes: int
    people: int
    kills: int
    between_seconds: float = 3.0
    patience_seconds: float = 300.0
    seed: int = 1
    by_webhook: bool = False


@dataclass(frozen=True)
class Outcome:
    """What must be 0 for nothing to be lost or told twice, and what it took."""

    resumes: int
    answered: int
    refused: int
    without_end: int
    double_ends: int
    accounts: Accounts
    trouble: Mapping[str, int]
    slowest_stop_seconds: float
    seconds: float

    @property
    def faults(self) -> Mapping[str, int]:
        return {
            "resumes without a final answer": self.without_end,
            "double final answers": self.double_ends,
            "scored resumes without a history row": self.accounts.missing,
            "double history rows": self.accounts.doubled,
            "unfinished tasks": self.accounts.unfinished_tasks,
            "unfinished updates": self.accounts.unfinished_updates,
        }


async def run_chaos(plan: Plan, folder: Path, bundle: Path) -> Outcome:
    started = time.monotonic()
    async with SandboxServer() as server, SandboxClient(server.url) as client:
        bot = RunningBot(server, folder, bundle, is_forked=True)
        if plan.by_webhook:
            bot.listens(free_port(), secrets.token_urlsafe())
        await bot.start()
        senders = [Sender(client, number, plan.patience_seconds) for number in range(plan.people)]
        await asyncio.gather(*(sender.settles() for sender in senders))
        trouble = Trouble(
            bot,
            client,
            folder,
            kills=plan.kills,
            between_seconds=plan.between_seconds,
            seed=plan.seed,
        )
        each = -(-plan.resumes // plan.people)
        await asyncio.gather(trouble.runs(), *(sender.sends(each) for sender in senders))
        await _wait_for_quiet(client)
        for sender in senders:
            await sender.counts()
        await bot.stop(signal.SIGTERM)
        return _outcome(senders, folder, trouble, time.monotonic() - started)


async def _wait_for_quiet(client: SandboxClient) -> None:
    """Until the bot has confirmed every update and said nothing for some seconds."""
    calls, deadline = -1, time.monotonic() + _QUIET_SECONDS
    while time.monotonic() < deadline:
        said = [call for call in await client.calls() if call["method"].lower() != "getupdates"]
        if len(said) == calls and not await client.pending_updates():
            return
        calls = len(said)
        await asyncio.sleep(3)


def _outcome(senders: list[Sender], folder: Path, trouble: Trouble, seconds: float) -> Outcome:
    submissions = [one for sender in senders for one in sender.submissions]
    scored = [one.marker for one in submissions if one.finals]
    return Outcome(
        resumes=len(submissions),
        answered=sum(one.finals == 1 for one in submissions),
        refused=sum(bool(one.refusals) for one in submissions),
        without_end=sum(one.finals + len(one.refusals) == 0 for one in submissions),
        double_ends=sum(one.finals + len(one.refusals) > 1 for one in submissions),
        accounts=accounts_of(folder / "bot.db", scored),
        trouble=dict(trouble.done),
        slowest_stop_seconds=round(trouble.slowest_stop_seconds, 1),
        seconds=round(seconds, 1),
    )
