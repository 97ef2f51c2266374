"""A recruiter says which vacancy new resumes are for."""

from domain.errors import VacancyNotFoundError
from domain.ports import PeopleRepository, VacancyRepository
from domain.vacancy import Vacancy


class ChooseVacancy:
    """From now on each new resume goes to this vacancy; None is to none."""

    def __init__(self, people: PeopleRepository, vacancies: VacancyRepository) -> None:
        self._people = people
        self._vacancies = vacancies

    async def __call__(self, user_id: int, vacancy_id: int | None) -> Vacancy | None:
        """Raises VacancyNotFoundError, also for another person's and for a closed one."""
        vacancy = None
        if vacancy_id is not None:
            vacancy = await self._vacancies.get(user_id, vacancy_id)
            if vacancy.closed_at is not None:
                raise VacancyNotFoundError(vacancy_id)
        await self._people.set_vacancy(user_id, vacancy_id)
        return vacancy
