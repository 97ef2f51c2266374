"""The parts of reading, scoring and the history."""

from collections.abc import Mapping
from typing import Any

from bot.wiring.parts import Parts
from parsers.answers import TypedAnswerReader
from usecases.delete_analysis import DeleteAnalysis
from usecases.open_analysis import OpenAnalysis


def provide_resumes(parts: Parts) -> Mapping[str, Any]:
    return {
        "answers": TypedAnswerReader(),
        "vacancies": parts.database.vacancies,
        "open_analysis": OpenAnalysis(parts.database.analyses),
        "delete_analysis": DeleteAnalysis(parts.database.analyses),
    }
