"""An admin makes somebody an admin, or takes that back."""

from collections.abc import Collection

from domain.administration import Act, KnownPerson
from domain.errors import ActRefusedError
from domain.ports import AdminActLog, PeopleDirectory
from usecases.admin.refusals import find_subject


class GrantAdmin:
    def __init__(
        self, directory: PeopleDirectory, acts: AdminActLog, operators: Collection[int]
    ) -> None:
        self._directory = directory
        self._acts = acts
        self._operators = operators

    async def __call__(self, admin_id: int, user_id: int, is_admin: bool) -> KnownPerson:
        """The person as before; what is so already is no act.

        Raises ActRefusedError for oneself, an id of ADMIN_IDS, an unknown or a banned person.
        """
        known = await find_subject(self._directory, admin_id, user_id, self._operators)
        if is_admin and known.person.is_banned:
            raise ActRefusedError("banned")
        if known.person.is_admin is not is_admin:
            act: Act = "grant_admin" if is_admin else "revoke_admin"
            await self._acts.record(admin_id, act, subject=str(user_id))
            await self._directory.set_admin(user_id, is_admin)
        return known
