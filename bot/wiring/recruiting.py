"""The parts of vacancies, of searching the history, and of comparing candidates."""

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.comparing import ComparisonSender
from bot.tasks.compare import CompareWork
from bot.wiring.parts import Parts, WorkParts
from domain.errors import BundleNotLoadedError
from domain.score import ModelIdentity
from inference.scoring.live import LiveScorer
from usecases.add_vacancy import AddVacancy
from usecases.choose_vacancy import ChooseVacancy
from usecases.compare_candidates import CompareCandidates
from usecases.score_alike import ScoreAlike
from usecases.search_history import SearchHistory


def provide_recruiting(parts: Parts) -> Mapping[str, Any]:
    database = parts.database
    return {
        "clock": database.clock,
        "live_model": lambda: _live_model(parts.scorer),
        "search_history": SearchHistory(database.analyses, database.clock),
        "add_vacancy": AddVacancy(database.people, database.vacancies),
        "choose_vacancy": ChooseVacancy(database.people, database.vacancies),
        "send_comparison": _comparison_sender(parts),
    }


def compare_work(parts: WorkParts, model_is_loaded: "asyncio.Future[Any]") -> CompareWork:
    return CompareWork(
        parts.bot,
        parts.database.tasks,
        parts.database.people,
        ScoreAlike(parts.database.analyses, parts.scorer),
        model_is_loaded,
        _comparison_sender(parts),
        parts.locales,
    )


def _comparison_sender(parts: Parts) -> ComparisonSender:
    return ComparisonSender(parts.bot, CompareCandidates(parts.database.analyses))


def _live_model(scorer: LiveScorer) -> ModelIdentity | None:
    try:
        return scorer.identity
    except BundleNotLoadedError:
        return None
