"""What a person left unfinished: a form to go on with, cards that something newer replaced.

It is kept in the person's record (`record.py`), so a button in an old message finds it after any
restart, whatever became of the dialogs.
"""

from datetime import UTC, datetime, timedelta
from typing import Final

from aiogram.fsm.context import FSMContext
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


async def load_form(record: FSMContext) -> KeptForm | None:
    """The unfinished form, if one was begun."""
    stored = (await record.get_data()).get(_FORM)
    form = KeptForm.model_validate(stored) if stored else None
    return form if form and form.is_begun else None


async def keep_form(record: FSMContext, form: KeptForm) -> None:
    await record.update_data({_FORM: form.model_dump(mode="json")})


async def forget_form(record: FSMContext) -> None:
    data = await record.get_data()
    if data.pop(_FORM, None) is not None:
        await record.set_data(data)


async def shelve_card(record: FSMContext, card_id: str, draft: Draft) -> None:
    """Keeps the card for a day, and the newest few at most."""
    shelf = _fresh(await record.get_data())
    shelf.pop(card_id, None)
    shelf[card_id] = _ShelvedCard(draft=draft, shelved_at=datetime.now(UTC))
    newest = list(shelf.items())[-SHELVED_CARDS:]
    await record.update_data({_SHELF: {key: card.model_dump(mode="json") for key, card in newest}})


async def take_card(record: FSMContext, card_id: str) -> Draft | None:
    """The card, which is on the shelf no longer; None where it lay there too long."""
    data = await record.get_data()
    shelf = _fresh(data)
    card = shelf.pop(card_id, None)
    data[_SHELF] = {key: other.model_dump(mode="json") for key, other in shelf.items()}
    await record.set_data(data)
    return card.draft if card else None


def _fresh(data: dict[str, object]) -> dict[str, _ShelvedCard]:
    stored = data.get(_SHELF)
    if not isinstance(stored, dict):
        return {}
    cards = {key: _ShelvedCard.model_validate(card) for key, card in stored.items()}
    oldest = datetime.now(UTC) - _SHELVED_FOR
    return {key: card for key, card in cards.items() if card.shelved_at > oldest}
