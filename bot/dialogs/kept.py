"""What a person left unfinished: a form to go on with, cards that something newer replaced.

It is kept beside the dialogs, in the person's own record of aiogram's storage, so no dialog that
resets the stack can lose it, and a button in an old message finds it after any restart.
"""

from datetime import UTC, datetime, timedelta
from typing import Final

from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram_dialog import DialogManager
from pydantic import BaseModel, ConfigDict

from bot.dialogs.draft import Draft
from domain.resume import Resume

SHELVED_CARDS: Final = 5
_SHELVED_FOR: Final = timedelta(days=1)
_FORM, _SHELF = "form", "shelf"


class KeptForm(BaseModel):
    """`index` is the question that is next; the resume is what was answered so far."""

    model_config = ConfigDict(frozen=True)

    index: int
    resume: Resume

    @property
    def is_begun(self) -> bool:
        return self.index > 0 or not self.resume.is_blank()


class _ShelvedCard(BaseModel):
    draft: Draft
    shelved_at: datetime


def record_of(manager: DialogManager) -> FSMContext:
    """The person's record, also where a dialog is entered from outside of their own updates."""
    about = manager.middleware_data
    key = StorageKey(
        bot_id=about["bot"].id, chat_id=about["event_chat"].id, user_id=about["event_from_user"].id
    )
    return FSMContext(about["fsm_storage"], key)


async def load_form(state: FSMContext) -> KeptForm | None:
    """The unfinished form, if one was begun."""
    stored = (await state.get_data()).get(_FORM)
    form = KeptForm.model_validate(stored) if stored else None
    return form if form and form.is_begun else None


async def keep_form(state: FSMContext, form: KeptForm) -> None:
    await state.update_data({_FORM: form.model_dump(mode="json")})


async def forget_form(state: FSMContext) -> None:
    data = await state.get_data()
    if data.pop(_FORM, None) is not None:
        await state.set_data(data)


async def shelve_card(state: FSMContext, card_id: str, draft: Draft) -> None:
    """Keeps the card for a day, and the newest few at most."""
    shelf = _fresh(await state.get_data())
    shelf.pop(card_id, None)
    shelf[card_id] = _ShelvedCard(draft=draft, shelved_at=datetime.now(UTC))
    newest = list(shelf.items())[-SHELVED_CARDS:]
    await state.update_data({_SHELF: {key: card.model_dump(mode="json") for key, card in newest}})


async def take_card(state: FSMContext, card_id: str) -> Draft | None:
    """The card, which is on the shelf no longer; None where it lay there too long."""
    data = await state.get_data()
    shelf = _fresh(data)
    card = shelf.pop(card_id, None)
    data[_SHELF] = {key: other.model_dump(mode="json") for key, other in shelf.items()}
    await state.set_data(data)
    return card.draft if card else None


def _fresh(data: dict[str, object]) -> dict[str, _ShelvedCard]:
    stored = data.get(_SHELF)
    if not isinstance(stored, dict):
        return {}
    cards = {key: _ShelvedCard.model_validate(card) for key, card in stored.items()}
    oldest = datetime.now(UTC) - _SHELVED_FOR
    return {key: card for key, card in cards.items() if card.shelved_at > oldest}
