"""What the form's windows show."""

from typing import Any

from aiogram_dialog import DialogManager

from bot.dialogs.kept import KeptForm
from bot.i18n import Translator
from bot.replies.card import CARD_ORDER
from bot.replies.questions import Asked, has_value, question_text
from domain.fields import FIELD_NAMES
from domain.person import Person


def form_of(manager: DialogManager) -> KeptForm:
    return KeptForm.model_validate(manager.dialog_data["form"])


async def question(
    dialog_manager: DialogManager, translator: Translator, person: Person, **_: Any
) -> dict[str, Any]:
    form = form_of(dialog_manager)
    field = CARD_ORDER[form.index]
    is_answered = has_value(form.resume, field)
    asked = Asked(
        heading=translator.html("form-progress", number=form.index + 1, total=len(CARD_ORDER)),
        role=person.role,
        problem=dialog_manager.dialog_data.get("problem"),
        has_skip=True,
    )
    return {
        "question": question_text(translator, field, form.resume, asked),
        "step": [form.index],
        "can_back": form.index > 0,
        "has_value": is_answered,
        "is_empty": not is_answered,
        "is_begun": form.is_begun,
    }


async def leave(dialog_manager: DialogManager, translator: Translator, **_: Any) -> dict[str, Any]:
    resume = form_of(dialog_manager).resume
    count = sum(has_value(resume, field) for field in FIELD_NAMES)
    return {"text": translator.html("form-leave", count=count)}
