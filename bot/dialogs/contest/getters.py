"""What the question before an objection shows."""

from typing import Any

from aiogram.types import User
from aiogram_dialog import DialogManager

from bot.i18n import Translator
from bot.replies.cutting import one_line
from usecases.open_answer import OpenAnswer

REASON_UNITS = 500
_POSITION_UNITS = 120


async def question(
    dialog_manager: DialogManager,
    event_from_user: User,
    translator: Translator,
    open_answer: OpenAnswer,
    **_: Any,
) -> dict[str, Any]:
    """Raises AnalysisNotFoundError where the score was deleted since."""
    data = dialog_manager.dialog_data
    answer = await open_answer(event_from_user.id, data["analysis_id"])
    position = answer.analysis.resume.position or translator.plain("history-no-position")
    return {
        "score": round(answer.analysis.assessment.score.score),
        "position": one_line(position, _POSITION_UNITS),
        "limit": REASON_UNITS,
        "is_too_long": bool(data.get("is_too_long")),
    }
