"""How one dialog takes the place of, or goes on top of, another.

A card or a form stays below a list (the history, the vacancies, a choice of candidates), and
closing that brings it back. A card takes the place of a form, which is kept to be gone on with
(`kept.py`), and of an older card, which a button brings back. A list may lead to another, so the
stack is at most five deep. What is left says so where it was (`aside.py`).

`aside` is for buttons below plain messages, which stay as they are: what is opened comes as a
new message, just after the current update, since that holds the person's lock.
"""

from typing import Any, Final

from aiogram.fsm.state import State, StatesGroup
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.dialogs.aside import put_aside, take_buttons_off
from bot.dialogs.card.vacancy import for_chosen_vacancy, with_vacancy_title
from bot.dialogs.draft import Draft
from bot.dialogs.kept import take_card
from bot.dialogs.record import record_of
from bot.dialogs.states import Admin, Card, Compare, Contest, ContestQueue, Form, History, Vacancies
from bot.tasks.pasting import forget_paste
from usecases.search_history import HistorySearch

_LISTS: Final = (History, Vacancies, Compare, Admin)


async def open_card(
    manager: DialogManager,
    draft: Draft,
    *,
    in_place_of: int | None = None,
    aside: bool = False,
    is_new: bool = False,
) -> None:
    """The newest card wins. `in_place_of` is a message of ours that becomes the card.

    A draft that `is_new` goes to the vacancy that the recruiter has chosen.
    """
    draft = await (for_chosen_vacancy if is_new else with_vacancy_title)(manager, draft)
    await put_aside(manager, "replaced")
    await _close(manager, Card, Form, *_LISTS, Contest)
    show_mode = ShowMode.SEND
    if in_place_of is not None:
        await _continue_in(manager, in_place_of)
        show_mode = ShowMode.EDIT
    opener = manager.bg() if aside else manager
    await opener.start(Card.view, draft.dump(), show_mode=show_mode)


async def go_back_to_card(manager: DialogManager, card_id: str) -> bool:
    """The card as it was left: from below what is open, or from the shelf. False: it is gone."""
    if card_id in manager.current_stack().intents:
        while manager.current_context().id != card_id:
            await manager.mark_closed()
        await manager.bg().update({}, show_mode=ShowMode.SEND)
        return True
    draft = await take_card(record_of(manager), card_id)
    if draft is None:
        return False
    await open_card(manager, draft, aside=True)
    return True


async def open_form(manager: DialogManager, *, aside: bool = False, goes_on: bool = False) -> None:
    """A new form, or the unfinished one; it closes all else."""
    await put_aside(manager, "replaced")
    opener = manager.bg() if aside else manager
    await opener.start(
        Form.question,
        {"goes_on": goes_on},
        mode=StartMode.RESET_STACK,
        show_mode=ShowMode.SEND,
    )


async def close_all(manager: DialogManager) -> bool:
    """Closes what is open, and says so where it was; False where nothing was. A text whose parts
    still came is forgotten."""
    await forget_paste(record_of(manager))
    was_open = manager.has_context()
    await put_aside(manager, "closed")
    await manager.reset_stack()
    return was_open


async def open_history(
    manager: DialogManager, search: HistorySearch | None = None, *, aside: bool = False
) -> None:
    await _open_list(manager, History.pages, (search or HistorySearch()).dump(), aside)


async def open_vacancies(
    manager: DialogManager, vacancy_id: int | None = None, *, aside: bool = False
) -> None:
    """All of them, or one, which must be the person's own."""
    state = Vacancies.pages if vacancy_id is None else Vacancies.view
    await _open_list(manager, state, {"vacancy_id": vacancy_id}, aside)


async def open_compare(manager: DialogManager, *, aside: bool = False) -> None:
    await _open_list(manager, Compare.pick, HistorySearch().dump(), aside)


async def open_admin(manager: DialogManager, state: State, **data: Any) -> None:
    """An admin's window; `data` is what it needs to know, such as the person that it shows."""
    await _open_list(manager, state, data, aside=False)


async def _open_list(
    manager: DialogManager, state: State, data: dict[str, Any], aside: bool
) -> None:
    await put_aside(manager, "waits")
    await _close(manager, *_LISTS)
    opener = manager.bg() if aside else manager
    await opener.start(state, data, show_mode=ShowMode.SEND)


async def open_contest(manager: DialogManager, analysis_id: int, message_id: int) -> None:
    """Asks why. `message_id` is the answer's message, whose button changes afterwards."""
    await put_aside(manager, "waits")
    await _close(manager, Contest)
    data = {"analysis_id": analysis_id, "message_id": message_id}
    await manager.bg().start(Contest.reason, data, show_mode=ShowMode.SEND)


async def open_contest_queue(manager: DialogManager) -> None:
    await put_aside(manager, "waits")
    await _close(manager, ContestQueue)
    await manager.start(ContestQueue.item, show_mode=ShowMode.SEND)


async def _close(manager: DialogManager, *groups: type[StatesGroup]) -> None:
    while manager.has_context() and manager.current_context().state.group in groups:
        await manager.mark_closed()


async def _continue_in(manager: DialogManager, message_id: int) -> None:
    stack = manager.current_stack()
    if stack.last_message_id != message_id:
        await take_buttons_off(manager)
    stack.last_message_id = message_id
    stack.last_media_id = stack.last_media_unique_id = None
