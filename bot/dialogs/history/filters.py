"""What the windows of the history's filters show. Each button names what it leads to."""

from typing import Any, Final

from aiogram.types import User
from aiogram_dialog import DialogManager

from bot.config import Settings
from bot.dialogs.history.getters import titles_of
from bot.dialogs.history.searching import ANY, search_of
from bot.dialogs.paging import page_buttons, page_of
from bot.i18n import Translator
from bot.recruiters import is_recruiter
from bot.replies.history import search_line, title_label
from domain.person import Person
from domain.ports import VacancyRepository
from usecases.search_history import PERIODS, SCORE_BANDS, SearchHistory

_VACANCIES_SHOWN: Final = 5


async def filters(
    dialog_manager: DialogManager,
    event_from_user: User,
    translator: Translator,
    search_history: SearchHistory,
    vacancies: VacancyRepository,
    person: Person,
    settings: Settings,
    **_: Any,
) -> dict[str, Any]:
    search = search_of(dialog_manager)
    shown = await search_history(event_from_user.id, search, 1, 1, blind=person.is_blind)
    titles = await titles_of(vacancies, person)
    title = titles.get(search.vacancy_id or 0)
    return {
        "where": translator.html("history-where-blind" if person.is_blind else "history-where"),
        "conditions": search_line(translator, search, titles) or translator.html("history-all"),
        "found": shown.found,
        "words": title_label(search.words or ""),
        "has_words": bool(search.words),
        "is_narrowed": search.is_narrowed,
        "periods": _choices(translator, PERIODS, search.period),
        "bands": _choices(translator, SCORE_BANDS, search.band),
        "orders": [
            (one, _marked(translator, f"button-order-{one}", one == search.order))
            for one in ("newest", "best")
        ],
        "title": title_label(title or translator.plain("history-any-vacancy")),
        "has_vacancies": bool(titles) and is_recruiter(person, settings),
    }


async def vacancies_to_choose(
    dialog_manager: DialogManager,
    translator: Translator,
    vacancies: VacancyRepository,
    person: Person,
    **_: Any,
) -> dict[str, Any]:
    chosen = search_of(dialog_manager).vacancy_id
    titles = await titles_of(vacancies, person)
    asked = dialog_manager.dialog_data.get("vacancy_page", 1)
    shown, number, pages = page_of(list(titles.items()), asked, _VACANCIES_SHOWN)
    every = (0, translator.plain("history-any-vacancy"))
    return {
        "choices": [
            (one, _mark(translator, title_label(title), one == (chosen or 0)))
            for one, title in [every, *shown]
        ],
        "turns": page_buttons(translator, number, pages),
    }


def _choices(
    translator: Translator, values: tuple[str, ...], chosen: str | None
) -> list[tuple[str, str]]:
    """A button for each value; the chosen one's takes it away again."""
    return [
        (
            ANY if value == chosen else value,
            _marked(translator, f"button-filter-{value}", value == chosen),
        )
        for value in values
    ]


def _marked(translator: Translator, key: str, is_chosen: bool) -> str:
    return _mark(translator, translator.plain(key), is_chosen)


def _mark(translator: Translator, label: str, is_chosen: bool) -> str:
    return translator.plain("button-chosen", label=label) if is_chosen else label
