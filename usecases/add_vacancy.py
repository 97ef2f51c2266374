"""A recruiter begins to hire for something new."""

from domain.ports import PeopleRepository, VacancyRepository
from domain.vacancy import NewVacancy, Vacancy


class AddVacancy:
    """Keeps a vacancy and chooses it: it was made for the resumes that come next."""

    def __init__(self, people: PeopleRepository, vacancies: VacancyRepository) -> None:
        self._people = people
        self._vacancies = vacancies

    async def __call__(self, new: NewVacancy) -> Vacancy:
        vacancy = await self._vacancies.add(new)
        await self._people.set_vacancy(new.user_id, vacancy.id)
        return vacancy
