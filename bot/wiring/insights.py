"""The parts of insights."""

import asyncio
from typing import Any

from bot.tasks.insight import InsightWork
from bot.wiring.parts import WorkParts
from domain.insight import Improvements, Interview
from usecases.ask_at_interview import AskAtInterview
from usecases.find_insight import FindInsight
from usecases.open_analysis import OpenAnalysis
from usecases.raise_score import RaiseScore


def insight_work(parts: WorkParts, model_is_there: asyncio.Future[Any]) -> InsightWork:
    scorer, database = parts.scorer, parts.database
    return InsightWork(
        parts.bot,
        database.tasks,
        model_is_there,
        parts.locales,
        OpenAnalysis(database.analyses),
        FindInsight("raise", Improvements, RaiseScore(scorer), scorer, database.insights),
        FindInsight("ask", Interview, AskAtInterview(scorer), scorer, database.insights),
    )
