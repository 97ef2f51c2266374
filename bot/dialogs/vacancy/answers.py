"""Typed answers and grade buttons, as values of a vacancy."""

from typing import Final

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from bot.dialogs.states import Vacancies
from bot.i18n import Translator
from bot.replies.cutting import one_line
from bot.replies.times import day
from bot.replies.vacancy import (
    COMPANY_UNITS,
    GRADE_UNITS,
    TITLE_UNITS,
    VACANCY_FIELDS,
    VacancyField,
)
from domain.errors import AnswerProblem
from domain.ports import AnswerReader, VacancyRepository
from domain.vacancy import NewVacancy, VacancyFact
from usecases.add_vacancy import AddVacancy
from usecases.word_search import wanted_words

_BOUNDS: Final = {"title": TITLE_UNITS, "grade": GRADE_UNITS}
_STATES: Final[dict[VacancyField, State]] = {
    "title": Vacancies.title,
    "client_name": Vacancies.client_name,
    "grade": Vacancies.grade,
    "salary": Vacancies.salary,
}


class UnreadableAnswerError(Exception):
    """A typed answer that says nothing: `reason` as for the fields of a resume."""

    def __init__(self, reason: AnswerProblem) -> None:
        super().__init__(reason)
        self.reason = reason


def read_fact(answers: AnswerReader, field: VacancyField, text: str) -> VacancyFact:
    """Raises InvalidAnswerError or UnreadableAnswerError."""
    if field == "salary":
        return answers.read_answer("salary", text)  # type: ignore[no-any-return]
    if field == "client_name":
        return one_line(answers.read_answer("client_name", text), COMPANY_UNITS)
    if not wanted_words(text):
        raise UnreadableAnswerError("empty" if not text.strip() else "no_letters")
    return one_line(text, _BOUNDS[field])


async def keep_fact(manager: DialogManager, field: VacancyField, fact: VacancyFact) -> None:
    """Stores it at once, so that whatever comes between two answers loses none."""
    vacancies: VacancyRepository = manager.middleware_data["vacancies"]
    user_id: int = manager.middleware_data["person"].user_id
    vacancy_id = manager.dialog_data["vacancy_id"]
    if vacancy_id is None:
        await _add(manager, NewVacancy(user_id=user_id, title=str(fact)))
    else:
        await vacancies.change(user_id, vacancy_id, **{field: fact})


async def _add(manager: DialogManager, new: NewVacancy) -> None:
    add_vacancy: AddVacancy = manager.middleware_data["add_vacancy"]
    vacancy = await add_vacancy(new)
    manager.dialog_data["vacancy_id"] = vacancy.id
    note_choice(manager, vacancy.id)


def note_choice(manager: DialogManager, vacancy_id: int | None) -> None:
    """The windows of this very update show it too."""
    person = manager.middleware_data["person"]
    manager.middleware_data["person"] = person.model_copy(update={"vacancy_id": vacancy_id})


async def skip_fact(manager: DialogManager, field: VacancyField) -> None:
    """No vacancy is without a title: it gets the day's, which can be changed."""
    if field == "title" and manager.dialog_data["vacancy_id"] is None:
        translator: Translator = manager.middleware_data["translator"]
        today = day(translator, manager.middleware_data["clock"]())
        await keep_fact(manager, "title", translator.plain("vacancy-untitled", day=today))


async def go_on(manager: DialogManager, field: VacancyField) -> None:
    """To the next question of a new vacancy, else back to the vacancy."""
    manager.dialog_data["problem"] = None
    next_place = VACANCY_FIELDS.index(field) + 1
    if not manager.dialog_data["is_new"] or next_place == len(VACANCY_FIELDS):
        manager.dialog_data["is_new"] = False
        await manager.switch_to(Vacancies.view)
        return
    await manager.switch_to(state_of(VACANCY_FIELDS[next_place]))


def state_of(field: VacancyField) -> State:
    """The window that asks for it."""
    return _STATES[field]
