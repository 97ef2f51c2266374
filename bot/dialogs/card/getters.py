"""What the card's windows show."""

from typing import Any, Final

from aiogram_dialog import DialogManager

from bot.dialogs.card.editing import draft_of, edit_of
from bot.dialogs.card.pieces import skill_id
from bot.dialogs.card.place import has_place
from bot.dialogs.paging import page_buttons, page_of
from bot.i18n import Html, Translator, join_html
from bot.replies.card import CARD_ORDER, card_text, is_marked_doubtful
from bot.replies.field_values import field_value
from bot.replies.pieces import job_label, job_text, skill_label
from bot.replies.place import doubt_line
from bot.replies.questions import Asked, has_value, question_text
from domain.errors import AnswerProblem
from domain.fields import FieldName
from domain.person import Person

_JOBS_ON_PAGE: Final = 4
_SKILLS_ON_PAGE: Final = 8


async def card(
    dialog_manager: DialogManager, translator: Translator, person: Person, **_: Any
) -> dict[str, Any]:
    draft, hidden = draft_of(dialog_manager), person.hidden_fields
    labels = [
        translator.plain(
            "button-field",
            field=translator.plain(f"field-short-{field}"),
            mark=translator.plain("card-doubt-mark")
            if is_marked_doubtful(draft, field, hidden)
            else "",
        )
        for field in CARD_ORDER
    ]
    has_hint = dialog_manager.dialog_data.pop("has_hint", False)
    footer = translator.html("card-text-hint" if has_hint else "card-footer")
    return {
        "card": card_text(translator, draft, footer, hidden),
        "fields": list(zip(CARD_ORDER, labels, strict=True)),
        "has_vacancy": draft.vacancy_id is not None and draft.parent_id is None,
    }


async def question(
    dialog_manager: DialogManager, translator: Translator, person: Person, **_: Any
) -> dict[str, Any]:
    draft, edit = draft_of(dialog_manager), edit_of(dialog_manager)
    key = "question-add" if edit.how == "add" else "question-edit"
    heading = translator.html(key, field=translator.html(f"field-{edit.field}"))
    is_hidden = edit.field in person.hidden_fields
    doubt = None if is_hidden else doubt_line(translator, draft, edit.field)
    asked = Asked(
        heading=join_html("\n", [heading, doubt or Html("")]),
        role=person.role,
        problem=dialog_manager.dialog_data.get("problem"),
        is_hidden=is_hidden,
    )
    return {
        "question": question_text(translator, edit.field, draft.resume, asked),
        "has_value": edit.how == "replace" and has_value(draft.resume, edit.field),
        "has_place": has_place(draft, edit.field, person),
    }


async def jobs(
    dialog_manager: DialogManager, translator: Translator, person: Person, **_: Any
) -> dict[str, Any]:
    draft, data = draft_of(dialog_manager), dialog_manager.dialog_data
    career = list(enumerate(draft.resume.work_experience))
    shown, page, pages = page_of(career, data.get("page", 1), _JOBS_ON_PAGE)
    parts = _heading(translator, "jobs-title", len(career), data.get("problem"), "work_experience")
    parts.append(doubt_line(translator, draft, "work_experience") or Html(""))
    parts.append(field_value(translator, draft.resume, "work_experience"))
    parts.append(translator.html("jobs-hint"))
    return {
        "text": join_html("\n\n", parts),
        "jobs": [(place, job_label(job)) for place, job in shown],
        "pages": page_buttons(translator, page, pages),
        "has_deleted": data.get("deleted_job") is not None,
        "has_place": has_place(draft, "work_experience", person),
    }


async def job(dialog_manager: DialogManager, translator: Translator, **_: Any) -> dict[str, Any]:
    resume, place = draft_of(dialog_manager).resume, edit_of(dialog_manager).job or 0
    problem = dialog_manager.dialog_data.get("problem")
    return {"text": job_text(translator, resume, place, problem)}


async def skills(
    dialog_manager: DialogManager, translator: Translator, person: Person, **_: Any
) -> dict[str, Any]:
    draft, data = draft_of(dialog_manager), dialog_manager.dialog_data
    known = draft.resume.key_skills
    shown, page, pages = page_of(known, data.get("page", 1), _SKILLS_ON_PAGE)
    parts = _heading(translator, "skills-title", len(known), data.get("problem"), "key_skills")
    parts.append(doubt_line(translator, draft, "key_skills") or Html(""))
    parts.append(field_value(translator, draft.resume, "key_skills"))
    parts.append(translator.html("skills-hint"))
    return {
        "text": join_html("\n\n", parts),
        "skills": [
            (skill_id(skill), translator.plain("button-skill", skill=skill_label(skill)))
            for skill in shown
        ],
        "pages": page_buttons(translator, page, pages),
        "has_place": has_place(draft, "key_skills", person),
    }


def _heading(
    translator: Translator, key: str, count: int, problem: AnswerProblem | None, field: FieldName
) -> list[Html]:
    heading = [translator.html(key, count=count)]
    if problem:
        heading.append(translator.html("error-invalid-answer", reason=problem, field=field))
    return heading
