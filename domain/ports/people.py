"""What keeps people, their consents and their vacancies."""

from collections.abc import Sequence
from typing import Protocol

from domain.person import Consent, ConsentKind, Person, Role, SpokenLanguage
from domain.vacancy import NewVacancy, Vacancy, VacancyFact


class PeopleRepository(Protocol):
    """Everybody who ever wrote, by their Telegram id."""

    async def meet(self, user_id: int) -> Person:
        """The person, made on first sight; `seen_at` is right to ten minutes, `blocked_at` None."""
        ...

    async def find(self, user_id: int) -> Person | None: ...

    async def admin_ids(self) -> Sequence[int]:
        """Whom an admin made one; those whom the settings name may not be among them."""
        ...

    async def set_role(self, user_id: int, role: Role) -> None: ...

    async def set_language(self, user_id: int, language: SpokenLanguage | None) -> None: ...

    async def set_blind(self, user_id: int, is_blind: bool) -> None: ...

    async def set_vacancy(self, user_id: int, vacancy_id: int | None) -> None: ...

    async def mark_blocked(self, user_id: int) -> None:
        """The person blocked the bot; cleared when they write again."""
        ...

    async def agree(
        self,
        user_id: int,
        kind: ConsentKind,
        *,
        version: str,
        text_sha256: str,
        language: SpokenLanguage,
    ) -> Consent:
        """Stores a receipt; the same version again gives the first one's receipt."""
        ...

    async def withdraw(self, user_id: int, kind: ConsentKind) -> None: ...

    async def consents(self, user_id: int) -> Sequence[Consent]:
        """All receipts, oldest first, the withdrawn ones too."""
        ...


class VacancyRepository(Protocol):
    """A recruiter only ever reaches their own vacancies."""

    async def add(self, vacancy: NewVacancy) -> Vacancy: ...

    async def get(self, user_id: int, vacancy_id: int) -> Vacancy:
        """Raises VacancyNotFoundError, also for another person's."""
        ...

    async def list_open(self, user_id: int) -> Sequence[Vacancy]:
        """Newest first."""
        ...

    async def list_all(self, user_id: int) -> Sequence[Vacancy]:
        """The closed ones too, newest first."""
        ...

    async def change(self, user_id: int, vacancy_id: int, **facts: VacancyFact) -> Vacancy:
        """Sets title, client_name, grade or salary; raises VacancyNotFoundError."""
        ...

    async def close(self, user_id: int, vacancy_id: int) -> None:
        """No new resume goes to it, and it stays no longer anybody's chosen vacancy."""
        ...

    async def reopen(self, user_id: int, vacancy_id: int) -> None:
        """It can be chosen again; raises VacancyNotFoundError."""
        ...
