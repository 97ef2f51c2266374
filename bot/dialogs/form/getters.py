"""What the form's window shows."""

from typing import Any

from aiogram_dialog import DialogManager

from bot.i18n import Translator
from bot.replies.card import CARD_ORDER
from bot.replies.questions import has_value, question_text
from domain.resume import Resume


def resume_of(manager: DialogManager) -> Resume:
    return Resume.model_validate(manager.dialog_data["resume"])


async def question(
    dialog_manager: DialogManager, translator: Translator, **_: Any
) -> dict[str, Any]:
    resume = resume_of(dialog_manager)
    index: int = dialog_manager.dialog_data["index"]
    field = CARD_ORDER[index]
    heading = translator.html("form-progress", number=index + 1, total=len(CARD_ORDER))
    problem = dialog_manager.dialog_data.get("problem")
    is_answered = has_value(resume, field)
    return {
        "question": question_text(translator, field, resume, heading=heading, problem=problem),
        "step": [index],
        "can_back": index > 0,
        "has_value": is_answered,
        "is_empty": not is_answered,
    }
