"""How each dialog is opened with made-up data: for the test of every window, and for docs/screens.

A new dialog adds what its windows need to OPENINGS, for all or for one of them; its states are
found by themselves.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode

from bot.dialogs import states
from bot.dialogs.draft import Draft
from bot.dialogs.kept import KeptForm
from bot.i18n import Language
from domain.administration import BroadcastContent
from domain.resume import FieldEvidence, Salary
from domain.vacancy import NewVacancy
from tests.bot.conftest import ADMIN_ID, Desk
from tests.bot.people import RESUME, analysis
from usecases.admin.make_invite import InviteTerms, MakeInvite

DRAFT = Draft(
    resume=RESUME,
    source="file",
    file_name="<b>.pdf",
    doubtful=("age", "city"),
    evidence={"salary": FieldEvidence(confidence=0.5, quote="Доход: от 200 000 ₽ на руки")},
)
GROUPS: tuple[type[StatesGroup], ...] = tuple(
    group
    for group in vars(states).values()
    if isinstance(group, type) and issubclass(group, StatesGroup) and group is not StatesGroup
)
STATES = [state for group in GROUPS for state in group.__states__]


@dataclass(frozen=True)
class Opening:
    """A dialog's start data, what its windows find in the dialog's data, and who looks."""

    start_data: Any = None
    dialog_data: Mapping[str, Any] = field(default_factory=dict)
    user_id: int = 1


async def _card(desk: Desk) -> Opening:
    return Opening(DRAFT.dump(), {"edit": {"field": "salary"}})


async def _one_job(desk: Desk) -> Opening:
    return Opening(DRAFT.dump(), {"edit": {"field": "work_experience", "how": "job", "job": 0}})


async def _form(desk: Desk) -> Opening:
    form = KeptForm(index=2, resume=RESUME)
    return Opening(dialog_data={"form": form.model_dump(mode="json")})


async def _history(desk: Desk) -> Opening:
    await desk.keeps(*(analysis() for _ in range(19)))
    return Opening(dialog_data={"analysis_id": 7})


async def _contest(desk: Desk) -> Opening:
    [kept] = await desk.keeps()
    return Opening({"analysis_id": kept.id, "message_id": 5})


async def _contest_queue(desk: Desk) -> Opening:
    for kept in await desk.keeps(*(analysis() for _ in range(3))):
        await desk.database.contests.open(1, kept.id, "Я <руководил> отделом & командой")
    return Opening(dialog_data={"decision": "upheld"}, user_id=ADMIN_ID)


async def _vacancies(desk: Desk) -> Opening:
    new = (
        NewVacancy(
            user_id=1,
            title=f"Аналитик <данных> & отчётов {number}",
            client_name="Банк «Пример»",
            grade="Senior",
            salary=Salary(amount_from=200_000, currency="RUB", text="от 200 000 ₽"),
        )
        for number in range(7)
    )
    added = [await desk.database.vacancies.add(one) for one in new]
    await desk.database.vacancies.close(1, added[0].id)
    await desk.database.people.set_vacancy(1, added[6].id)
    return Opening(dialog_data={"vacancy_id": added[6].id, "problem": "no_letters"})


async def _compare(desk: Desk) -> Opening:
    await desk.keeps(*(analysis() for _ in range(19)))
    return Opening(dialog_data={"picked": [18, 3]})


async def _admin(desk: Desk) -> Opening:
    database = desk.database
    for number in range(8):
        terms = InviteTerms(7, 5, f"отдел <данных> {number}")
        await MakeInvite(database.invites, database.admin_acts)(ADMIN_ID, terms, desk.clock())
        await database.admin_acts.record(ADMIN_ID, "ban", subject="5", details={"reason": "<b>"})
    await database.directory.ban(5, "спам <данных>")
    content = BroadcastContent(message_id=7)
    draft = await database.broadcasts.draft(ADMIN_ID, ADMIN_ID, "ru", content)
    data = {
        "user_id": 5,
        "place": "compact",
        "broadcast_id": draft.id,
        "note": "<данных>",
        "makes_admin": True,
    }
    return Opening(dialog_data=data, user_id=ADMIN_ID)


async def _rights(desk: Desk) -> Opening:
    return Opening(dialog_data={"user_id": 6}, user_id=ADMIN_ID)


OPENINGS: dict[type[StatesGroup] | State, Callable[[Desk], Awaitable[Opening]]] = {
    states.Card: _card,
    states.Card.job: _one_job,
    states.Form: _form,
    states.History: _history,
    states.Vacancies: _vacancies,
    states.Compare: _compare,
    states.Contest: _contest,
    states.ContestQueue: _contest_queue,
    states.Admin: _admin,
    states.Admin.rights: _rights,
}


async def show_window(desk: Desk, state: State, language: Language, **data: object) -> Message:
    """Fills the desk with what the window reads, opens it and returns its message."""
    opener = OPENINGS.get(state) or OPENINGS.get(state.group)
    opening = await opener(desk) if opener else Opening()
    async with desk.door.enter(opening.user_id, opening.user_id, language) as manager:
        await open_window(manager, state, opening, data)
    return desk.bot.last


async def open_window(
    manager: DialogManager, state: State, opening: Opening, data: Mapping[str, object]
) -> None:
    await manager.start(state.group.__states__[0], opening.start_data)
    manager.dialog_data.update({**opening.dialog_data, **data})
    await manager.switch_to(state)
    await manager.show(ShowMode.SEND)
