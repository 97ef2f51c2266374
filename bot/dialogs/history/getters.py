"""What the history's windows show. A person only ever sees their own rows."""

from typing import Any

from aiogram.types import User
from aiogram_dialog import DialogManager

from bot.i18n import Translator
from bot.replies.assessment import assessment_text
from bot.replies.cutting import one_line
from domain.analysis import Analysis
from usecases.list_history import ListHistory
from usecases.open_analysis import OpenAnalysis

PAGE_SIZE = 6
_POSITION_UNITS = 28
_CITY_UNITS = 14


async def page(
    dialog_manager: DialogManager,
    event_from_user: User,
    translator: Translator,
    list_history: ListHistory,
    **_: Any,
) -> dict[str, Any]:
    number = dialog_manager.dialog_data["page"]
    shown = await list_history(event_from_user.id, number, PAGE_SIZE)
    dialog_manager.dialog_data["page"] = shown.page
    return {
        "analyses": [(analysis.id, label(translator, analysis)) for analysis in shown.items],
        "total": shown.total,
        "is_empty": not shown.total,
        "page": shown.page,
        "pages": shown.pages,
        "is_paged": shown.pages > 1,
        "has_newer": shown.page > 1,
        "has_older": shown.page < shown.pages,
    }


async def answer(
    dialog_manager: DialogManager,
    event_from_user: User,
    translator: Translator,
    open_analysis: OpenAnalysis,
    **_: Any,
) -> dict[str, Any]:
    analysis = await open_analysis(event_from_user.id, dialog_manager.dialog_data["analysis_id"])
    return {
        "date": analysis.created_at.strftime("%d.%m.%Y %H:%M"),
        "answer": assessment_text(translator, analysis),
        "label": label(translator, analysis),
    }


def label(translator: Translator, analysis: Analysis) -> str:
    """`72 · Analyst · Tver · 03.11`: what fits on a phone's button."""
    resume = analysis.resume
    parts = [
        str(round(analysis.assessment.score.score)),
        one_line(resume.position or translator.plain("history-no-position"), _POSITION_UNITS),
        *([one_line(resume.city, _CITY_UNITS)] if resume.city else []),
        analysis.created_at.strftime("%d.%m.%y"),
    ]
    return " · ".join(parts)
