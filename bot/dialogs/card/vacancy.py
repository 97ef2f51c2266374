"""A recruiter's vacancy on the card."""

from contextlib import suppress

from aiogram_dialog import DialogManager

from bot.dialogs.draft import Draft
from domain.errors import VacancyNotFoundError
from domain.person import Person
from domain.ports import VacancyRepository


async def for_chosen_vacancy(manager: DialogManager, draft: Draft) -> Draft:
    """A new resume goes to the vacancy that the recruiter has chosen, if any."""
    person: Person = manager.middleware_data["person"]
    vacancies: VacancyRepository = manager.middleware_data["vacancies"]
    if person.vacancy_id is None or person.role == "candidate":
        return draft
    with suppress(VacancyNotFoundError):
        vacancy = await vacancies.get(person.user_id, person.vacancy_id)
        if vacancy.closed_at is None:
            return draft.for_vacancy(vacancy)
    return draft


async def with_vacancy_title(manager: DialogManager, draft: Draft) -> Draft:
    """A card that comes back from the history knows its vacancy's id only."""
    person: Person = manager.middleware_data["person"]
    vacancies: VacancyRepository = manager.middleware_data["vacancies"]
    if draft.vacancy_id is None or draft.vacancy_title is not None:
        return draft
    with suppress(VacancyNotFoundError):
        vacancy = await vacancies.get(person.user_id, draft.vacancy_id)
        return draft.model_copy(update={"vacancy_title": vacancy.title})
    return draft
