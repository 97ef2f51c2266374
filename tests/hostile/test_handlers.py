"""Any updates in any order: no fault, nothing that Telegram refuses, nothing of anybody else.

`make fuzz` runs many more of them (HYPOTHESIS_PROFILE=long).
"""

import asyncio
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from aiogram.filters.callback_data import CallbackData
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.i18n import Locales
from tests.bot.conftest import desks, migrate
from tests.hostile import updates
from tests.hostile.talk import Talk
from tests.hostile.updates import STEPS, Step

IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "1000" if IS_LONG else "6"))
STEPS_EACH = 60 if IS_LONG else 16
LOCALES = Locales()


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all the people in it: each example has a copy."""
    folder = tmp_path_factory.mktemp("prepared")

    async def prepare() -> Path:
        migrated = await migrate(folder / "migrated.db")
        async with desks(LOCALES, migrated, folder) as make:
            await Talk(await make()).prepare()
        return folder / "bot0.db"

    return asyncio.run(prepare())


async def talk(prepared: Path, steps: Sequence[Step]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        async with desks(LOCALES, prepared, Path(scratch)) as make:
            held = Talk(await make())
            for step in steps:
                await held.take(step)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=not IS_LONG,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(STEPS, min_size=STEPS_EACH // 2, max_size=STEPS_EACH))
@pytest.mark.timeout(0 if IS_LONG else 120)
def test_any_updates_in_any_order(prepared: Path, steps: list[Step]) -> None:
    asyncio.run(talk(prepared, steps))


def kinds_of(base: type[CallbackData]) -> Iterator[type[CallbackData]]:
    for kind in base.__subclasses__():
        yield kind
        yield from kinds_of(kind)


def test_every_kind_of_button_is_forged() -> None:
    of_the_bot = {
        kind.__prefix__
        for kind in kinds_of(CallbackData)
        if kind.__module__.startswith("bot.") and hasattr(kind, "__prefix__")
    }
    assert of_the_bot == set(updates.PREFIXES)
