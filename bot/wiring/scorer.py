"""The scorer, which has no bundle until one is loaded."""

import asyncio
from contextlib import AsyncExitStack, suppress
from typing import Final

from bot.config import Settings
from bot.threads import in_own_thread
from bot.wiring.works import SCORES_AT_ONCE
from inference.assessor import Assessor, load_assessor
from inference.scoring.live import LiveScorer

_QUEUE_CLOSE_SECONDS: Final = 0.5


def open_scorer(settings: Settings, resources: AsyncExitStack) -> LiveScorer:
    scorer = LiveScorer(
        lambda bundle: in_own_thread(lambda: _load_assessor(bundle, settings)),
        max_waiting=SCORES_AT_ONCE,
    )
    resources.push_async_callback(_close_scorer, scorer)
    return scorer


async def _close_scorer(scorer: LiveScorer) -> None:
    """Tasks had their time before; what the model still works on stays on disk."""
    with suppress(TimeoutError):
        await asyncio.wait_for(scorer.close(), _QUEUE_CLOSE_SECONDS)


def _load_assessor(bundle: str, settings: Settings) -> Assessor:
    return load_assessor(
        bundle,
        device=settings.device,
        dtype=settings.dtype,
        allow_remote_code=settings.allow_remote_code,
    )
