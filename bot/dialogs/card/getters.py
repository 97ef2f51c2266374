"""What the card's windows show."""

from typing import Any

from aiogram_dialog import DialogManager

from bot.dialogs.draft import Draft
from bot.i18n import Translator
from bot.replies.card import CARD_ORDER, card_text
from bot.replies.questions import has_value, question_text


def draft_of(manager: DialogManager) -> Draft:
    return Draft.model_validate(manager.dialog_data["draft"])


async def card(dialog_manager: DialogManager, translator: Translator, **_: Any) -> dict[str, Any]:
    draft = draft_of(dialog_manager)
    labels = [
        translator.plain(
            "button-field",
            field=translator.plain(f"field-{field}"),
            mark=translator.plain("card-doubt-mark") if field in draft.doubtful else "",
        )
        for field in CARD_ORDER
    ]
    return {
        "card": card_text(translator, draft, translator.html("card-footer")),
        "fields": list(zip(CARD_ORDER, labels, strict=True)),
    }


async def question(
    dialog_manager: DialogManager, translator: Translator, **_: Any
) -> dict[str, Any]:
    resume = draft_of(dialog_manager).resume
    field = dialog_manager.dialog_data["field"]
    heading = translator.html("question-edit", field=translator.html(f"field-{field}"))
    problem = dialog_manager.dialog_data.get("problem")
    return {
        "question": question_text(translator, field, resume, heading=heading, problem=problem),
        "has_value": has_value(resume, field),
    }
