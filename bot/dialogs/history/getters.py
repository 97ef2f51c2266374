"""What the history's windows show. A person only ever sees their own rows."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from aiogram.types import User
from aiogram_dialog import DialogManager

from bot.config import Settings
from bot.dialogs.history.searching import search_of
from bot.dialogs.paging import page_buttons
from bot.i18n import Translator
from bot.recruiters import is_recruiter
from bot.replies.assessment import answer_caption
from bot.replies.cutting import one_line
from bot.replies.history import history_text, without_blind_fields
from bot.replies.times import moment
from bot.replies.verdicts import interview_choices, interview_label, thumb_choices
from domain.person import Person
from domain.ports import VacancyRepository
from usecases.open_answer import OpenAnswer
from usecases.search_history import SearchHistory

PAGE_SIZE: Final = 6
_QUESTION_UNITS: Final = 80


async def page(
    dialog_manager: DialogManager,
    event_from_user: User,
    translator: Translator,
    search_history: SearchHistory,
    vacancies: VacancyRepository,
    person: Person,
    settings: Settings,
    clock: Callable[[], datetime],
    **_: Any,
) -> dict[str, Any]:
    search = search_of(dialog_manager)
    shown = await search_history(
        event_from_user.id,
        search,
        dialog_manager.dialog_data["page"],
        PAGE_SIZE,
        blind=person.is_blind,
    )
    dialog_manager.dialog_data["page"] = shown.page
    titles = await titles_of(vacancies, person)
    first = (shown.page - 1) * PAGE_SIZE + 1
    return {
        "text": history_text(translator, shown, search, titles, clock(), page_size=PAGE_SIZE),
        "numbers": [(line.id, str(number)) for number, line in enumerate(shown.lines, first)],
        "turns": page_buttons(translator, shown.page, shown.pages),
        "has_any": bool(shown.total),
        "is_narrowed": search.is_narrowed,
        "can_compare": is_recruiter(person, settings) and shown.total > 1,
    }


async def answer(
    dialog_manager: DialogManager,
    event_from_user: User,
    translator: Translator,
    open_answer: OpenAnswer,
    person: Person,
    settings: Settings,
    clock: Callable[[], datetime],
    **_: Any,
) -> dict[str, Any]:
    found = await open_answer(event_from_user.id, dialog_manager.dialog_data["analysis_id"])
    if person.is_blind:
        found = without_blind_fields(found)
    analysis, verdict = found.analysis, found.verdict
    position = analysis.resume.position or translator.plain("history-no-position")
    return {
        "when": moment(translator, analysis.created_at, clock()),
        "answer": answer_caption(translator, found),
        "label": one_line(position, _QUESTION_UNITS),
        "score": round(analysis.assessment.score.score),
        "thumbs": thumb_choices(translator, verdict),
        "interview": interview_label(translator, verdict),
        "words": interview_choices(translator, verdict),
        "is_recruiter": is_recruiter(person, settings),
    }


async def titles_of(vacancies: VacancyRepository, person: Person) -> Mapping[int, str]:
    """The titles of all vacancies of this person, the closed ones too."""
    return {one.id: one.title for one in await vacancies.list_all(person.user_id)}
