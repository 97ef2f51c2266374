"""What the stored tasks carry."""

from pydantic import BaseModel, ConfigDict

from bot.dialogs.draft import Draft
from domain.fields import FieldName


class FileToRead(BaseModel):
    """A Telegram file, or a text that was pasted into the chat.

    `is_named` is False where `file_name` is ours, for the reader only. `is_cut` texts may come in
    several messages: all of them are the person's paste of this origin. `pages` are photos of one
    resume, in their order.
    """

    model_config = ConfigDict(frozen=True)

    origin: str
    file_name: str
    file_id: str | None = None
    text: str | None = None
    is_named: bool = True
    is_cut: bool = False
    pages: tuple[str, ...] = ()


class DraftToScore(BaseModel):
    """A card to score, with the fields that are kept from the model."""

    model_config = ConfigDict(frozen=True)

    origin: str
    draft: Draft
    hidden: tuple[FieldName, ...] = ()
