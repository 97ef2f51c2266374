"""Parcels through a running bot, one after the other or many at once."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from tests.e2e.running import RunningBot
from tests.hostile.parcels import Parcel
from tests.hostile.posting import Delivery, Stranger

FAULTY_BOT: Final = "tests.hostile.faulty_bot"
ALLOWED_SECONDS: Final = 15.0
_PATIENCE_SECONDS: Final = 120.0
_FIRST_ID: Final = 60_000

Tell = Callable[[Delivery], object]


@dataclass(frozen=True)
class Outcome:
    """`deaths` counts bots that ended; `trouble` are lines of the log that tell of a fault."""

    deliveries: Sequence[Delivery]
    deaths: int
    trouble: Sequence[str]

    @property
    def unanswered(self) -> list[Delivery]:
        return [one for one in self.deliveries if one.seconds is None]

    @property
    def late(self) -> list[Delivery]:
        return [one for one in self.deliveries if (one.seconds or 0.0) > ALLOWED_SECONDS]

    @property
    def worst_seconds(self) -> float:
        return max((one.seconds or 0.0 for one in self.deliveries), default=0.0)

    @property
    def answers(self) -> Mapping[str, int]:
        """How often which answer was given, by its first words."""
        return Counter(one.answer.partition("\n")[0][:60] for one in self.deliveries)


async def send_all(
    parcels: Sequence[Parcel], folder: Path, bundle: Path, tell: Tell, *, at_once: int = 1
) -> Outcome:
    """`at_once` people share the parcels; each sends the next one when the last is answered,
    which `tell` hears of."""
    async with SandboxServer() as server, SandboxClient(server.url) as client:
        bot = RunningBot(server, folder, bundle, module=FAULTY_BOT)
        # One person sends more than people do.
        bot.environment |= {"FILES_PER_HOUR": "10000"}
        strangers = [Stranger(server, client, _FIRST_ID + number) for number in range(at_once)]
        left = list(reversed(parcels))
        deliveries: list[Delivery] = []

        async def send_rest(stranger: Stranger) -> None:
            while left and bot.is_running:
                deliveries.append(await stranger.sends(left.pop(), _PATIENCE_SECONDS))
                tell(deliveries[-1])

        try:
            await bot.start()
            await asyncio.gather(*(stranger.settles() for stranger in strangers))
            await asyncio.gather(*map(send_rest, strangers))
            deaths = int(not bot.is_running)
        finally:
            await bot.stop()
        return Outcome(deliveries, deaths, _trouble(bot.log))


def _trouble(log: str) -> list[str]:
    marks = (" ERROR ", " CRITICAL ", "Traceback", "incident", "supervisor died")
    return [line for line in log.splitlines() if any(mark in line for mark in marks)]
