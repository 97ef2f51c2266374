"""What the vacancies' windows show. A recruiter only ever sees their own."""

from collections.abc import Sequence
from typing import Any, Final

from aiogram.types import User
from aiogram_dialog import DialogManager

from bot.dialogs.paging import page_buttons, page_of
from bot.dialogs.vacancy.actions import asked_field
from bot.i18n import Translator
from bot.replies.vacancy import (
    VACANCY_FIELDS,
    vacancy_label,
    vacancy_question,
    vacancy_text,
)
from domain.person import Person
from domain.ports import VacancyRepository
from domain.vacancy import Vacancy
from usecases.search_history import HistorySearch, SearchHistory

GRADES: Final = ("Junior", "Middle", "Senior", "Lead")
_PAGE_SIZE: Final = 5


async def pages(
    dialog_manager: DialogManager,
    translator: Translator,
    vacancies: VacancyRepository,
    person: Person,
    **_: Any,
) -> dict[str, Any]:
    every = await vacancies.list_all(person.user_id)
    there = [one for one in every if one.closed_at is None]
    chosen = next((one for one in there if one.id == person.vacancy_id), None)
    key = "empty" if not there else "chosen" if chosen else "idle"
    return {
        "text": translator.html("vacancies-title") + "\n\n" + translator.html(f"vacancies-{key}"),
        "closed": len(every) - len(there),
        "is_chosen": chosen is not None,
    } | _page(dialog_manager, translator, there, chosen)


async def closed(
    dialog_manager: DialogManager,
    translator: Translator,
    vacancies: VacancyRepository,
    person: Person,
    **_: Any,
) -> dict[str, Any]:
    every = await vacancies.list_all(person.user_id)
    return _page(dialog_manager, translator, [one for one in every if one.closed_at], None)


def _page(
    manager: DialogManager,
    translator: Translator,
    there: Sequence[Vacancy],
    chosen: Vacancy | None,
) -> dict[str, Any]:
    shown, page, page_count = page_of(there, manager.dialog_data["page"], _PAGE_SIZE)
    manager.dialog_data["page"] = page
    return {
        "vacancies": [
            (one.id, vacancy_label(translator, one, is_chosen=one is chosen)) for one in shown
        ],
        "turns": page_buttons(translator, page, page_count),
    }


async def view(
    dialog_manager: DialogManager,
    translator: Translator,
    vacancies: VacancyRepository,
    search_history: SearchHistory,
    person: Person,
    bot_user: User,
    **_: Any,
) -> dict[str, Any]:
    vacancy = await vacancies.get(person.user_id, dialog_manager.dialog_data["vacancy_id"])
    search = HistorySearch(vacancy_id=vacancy.id)
    scored = await search_history(person.user_id, search, 1, 1, blind=person.is_blind)
    is_chosen = person.vacancy_id == vacancy.id
    return {
        "text": vacancy_text(
            translator,
            vacancy,
            scored=scored.found,
            is_chosen=is_chosen,
            username=bot_user.username or "",
        ),
        "title": vacancy.title,
        "fields": [
            (field, translator.plain(f"button-vacancy-{field}")) for field in VACANCY_FIELDS
        ],
        "is_open": vacancy.closed_at is None,
        "is_closed": vacancy.closed_at is not None,
        "can_choose": not is_chosen and vacancy.closed_at is None,
        "is_chosen": is_chosen,
        "has_history": scored.found > 0,
        "scored": scored.found,
    }


async def question(
    dialog_manager: DialogManager,
    translator: Translator,
    vacancies: VacancyRepository,
    person: Person,
    **_: Any,
) -> dict[str, Any]:
    field = asked_field(dialog_manager)
    vacancy_id = dialog_manager.dialog_data["vacancy_id"]
    vacancy = None if vacancy_id is None else await vacancies.get(person.user_id, vacancy_id)
    is_new = dialog_manager.dialog_data["is_new"]
    problem = dialog_manager.dialog_data["problem"]
    has_value = vacancy is not None and bool(getattr(vacancy, field))
    return {
        "question": vacancy_question(translator, field, vacancy, is_new=is_new, problem=problem),
        "can_skip": is_new and not has_value,
        "can_keep": is_new and has_value,
        "can_clear": not is_new and has_value and field != "title",
        "grades": [(grade, grade) for grade in GRADES],
    }
