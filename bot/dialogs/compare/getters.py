"""What the choice of candidates shows: the recruiter's own history, with ticks."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from aiogram_dialog import DialogManager

from bot.dialogs.history.getters import PAGE_SIZE, titles_of
from bot.dialogs.history.searching import search_of
from bot.dialogs.paging import page_buttons
from bot.i18n import Translator
from bot.replies.history import lines_text
from domain.person import Person
from domain.ports import VacancyRepository
from usecases.compare_candidates import FEWEST_COMPARED, MOST_COMPARED
from usecases.search_history import SearchHistory


async def pick(
    dialog_manager: DialogManager,
    translator: Translator,
    search_history: SearchHistory,
    vacancies: VacancyRepository,
    person: Person,
    clock: Callable[[], datetime],
    **_: Any,
) -> dict[str, Any]:
    search, picked = search_of(dialog_manager), dialog_manager.dialog_data["picked"]
    number = dialog_manager.dialog_data["page"]
    shown = await search_history(person.user_id, search, number, PAGE_SIZE, blind=person.is_blind)
    dialog_manager.dialog_data["page"] = shown.page
    titles = await titles_of(vacancies, person)
    heading = translator.html("compare-pick", picked=len(picked), most=MOST_COMPARED)
    first = (shown.page - 1) * PAGE_SIZE + 1
    ticks = []
    for place, line in enumerate(shown.lines, first):
        is_picked = line.id in picked
        label = str(place)
        if is_picked:
            label = translator.plain("button-chosen", label=label)
        ticks.append((-line.id if is_picked else line.id, label))
    return {
        "text": lines_text(translator, heading, shown, search, titles, clock(), PAGE_SIZE),
        "ticks": ticks,
        "turns": page_buttons(translator, shown.page, shown.pages),
        "is_narrowed": search.is_narrowed,
        "picked": len(picked),
        "can_compare": len(picked) >= FEWEST_COMPARED,
        "has_picked": bool(picked),
    }
