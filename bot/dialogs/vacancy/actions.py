"""What the vacancies' buttons and answers do."""

from typing import Any, Final

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Select

from bot.dialogs.once import is_first_time
from bot.dialogs.pasted import took_pasted_resume
from bot.dialogs.states import History, Vacancies
from bot.dialogs.vacancy.answers import (
    UnreadableAnswerError,
    go_on,
    keep_fact,
    note_choice,
    read_fact,
    skip_fact,
    state_of,
)
from bot.i18n import Translator
from bot.replies.vacancy import VACANCY_FIELDS, VacancyField
from domain.errors import InvalidAnswerError
from domain.ports import VacancyRepository
from usecases.choose_vacancy import ChooseVacancy
from usecases.search_history import HistorySearch

MAX_OPEN: Final = 100
"""Vacancies that one recruiter has open at once."""


async def begin(start_data: dict[str, Any] | None, manager: DialogManager) -> None:
    vacancy_id = (start_data or {}).get("vacancy_id")
    manager.dialog_data.update(page=1, vacancy_id=vacancy_id, is_new=False, problem=None)


async def open_vacancy(
    query: CallbackQuery, _: "Select[int]", manager: DialogManager, vacancy_id: int
) -> None:
    vacancies: VacancyRepository = manager.middleware_data["vacancies"]
    await vacancies.get(query.from_user.id, vacancy_id)
    manager.dialog_data.update(vacancy_id=vacancy_id, is_new=False)
    await manager.switch_to(Vacancies.view)


async def show_closed(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data["page"] = 1
    await manager.switch_to(Vacancies.closed_ones)


async def begin_new(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    if await _has_too_many(query, manager):
        return
    manager.dialog_data.update(vacancy_id=None, is_new=True, problem=None)
    await manager.switch_to(Vacancies.title)


async def reopen(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """The window stays, and offers to choose the vacancy."""
    if await _has_too_many(query, manager):
        return
    vacancies: VacancyRepository = manager.middleware_data["vacancies"]
    translator: Translator = manager.middleware_data["translator"]
    await vacancies.reopen(query.from_user.id, manager.dialog_data["vacancy_id"])
    await query.answer(translator.plain("vacancy-reopened"))


async def _has_too_many(query: CallbackQuery, manager: DialogManager) -> bool:
    """Says so where one more can't be open."""
    vacancies: VacancyRepository = manager.middleware_data["vacancies"]
    if len(await vacancies.list_open(query.from_user.id)) < MAX_OPEN:
        return False
    translator: Translator = manager.middleware_data["translator"]
    await query.answer(translator.plain("vacancy-too-many", limit=MAX_OPEN), show_alert=True)
    return True


async def choose(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _choose(query, manager, manager.dialog_data["vacancy_id"], "vacancy-chosen")


async def choose_none(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _choose(query, manager, None, "vacancy-none")


async def _choose(
    query: CallbackQuery, manager: DialogManager, vacancy_id: int | None, key: str
) -> None:
    choose_vacancy: ChooseVacancy = manager.middleware_data["choose_vacancy"]
    translator: Translator = manager.middleware_data["translator"]
    await choose_vacancy(query.from_user.id, vacancy_id)
    note_choice(manager, vacancy_id)
    await query.answer(translator.plain(key))


async def show_history(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    search = HistorySearch(vacancy_id=manager.dialog_data["vacancy_id"])
    await manager.start(History.pages, search.dump())


async def edit(
    _: CallbackQuery, __: "Select[str]", manager: DialogManager, field: VacancyField
) -> None:
    manager.dialog_data.update(is_new=False, problem=None)
    await manager.switch_to(state_of(field))


async def close_vacancy(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    vacancies: VacancyRepository = manager.middleware_data["vacancies"]
    translator: Translator = manager.middleware_data["translator"]
    vacancy_id = manager.dialog_data["vacancy_id"]
    await vacancies.close(query.from_user.id, vacancy_id)
    if manager.middleware_data["person"].vacancy_id == vacancy_id:
        note_choice(manager, None)
    await query.answer(translator.plain("vacancy-closed"))
    await manager.switch_to(Vacancies.pages)


async def read_answer(message: Message, _: MessageInput, manager: DialogManager) -> None:
    if not is_first_time(manager, message) or await took_pasted_resume(message, manager):
        return
    field = asked_field(manager)
    manager.show_mode = ShowMode.DELETE_AND_SEND
    try:
        fact = read_fact(manager.middleware_data["answers"], field, message.text or "")
    except (InvalidAnswerError, UnreadableAnswerError) as error:
        manager.dialog_data["problem"] = error.reason
        return
    await keep_fact(manager, field, fact)
    await go_on(manager, field)


async def choose_grade(
    _: CallbackQuery, __: "Select[str]", manager: DialogManager, grade: str
) -> None:
    await keep_fact(manager, "grade", grade)
    await go_on(manager, "grade")


async def skip(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    field = asked_field(manager)
    await skip_fact(manager, field)
    await go_on(manager, field)


async def clear(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    field = asked_field(manager)
    await keep_fact(manager, field, None)
    await go_on(manager, field)


async def back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """To the question before, or to where the question was asked from."""
    place = VACANCY_FIELDS.index(asked_field(manager))
    manager.dialog_data["problem"] = None
    if not manager.dialog_data["is_new"]:
        await manager.switch_to(Vacancies.view)
    elif place == 0:
        await manager.switch_to(Vacancies.pages)
    else:
        await manager.switch_to(state_of(VACANCY_FIELDS[place - 1]))


def asked_field(manager: DialogManager) -> VacancyField:
    state = manager.current_context().state
    return next(field for field in VACANCY_FIELDS if state_of(field) == state)
