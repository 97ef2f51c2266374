"""A resume that was pasted as text, and that the person's app cut into several messages.

Telegram takes at most 4096 UTF-16 units a message. Apps cut a longer text at a line's end in the
last half of that (Desktop), at a space near it (Android) or hard (iOS), drop the white space there,
and send the parts one right after the other.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from aiogram.fsm.context import FSMContext
from aiogram.types import Message
from pydantic import BaseModel, ConfigDict

SPLIT_UNITS: Final = 2048
"""Below that, no app has cut the text."""
_MESSAGE_UNITS: Final = 4096
_BETWEEN_PARTS: Final = timedelta(seconds=3)
"""Telegram's dates are in whole seconds, and phones send over bad networks."""
_KEY: Final = "paste"


class Piece(BaseModel):
    """One message of a text."""

    model_config = ConfigDict(frozen=True)

    message_id: int
    sent_at: datetime
    text: str
    is_forward: bool = False

    @classmethod
    def of(cls, message: Message) -> "Piece":
        return cls(
            message_id=message.message_id,
            sent_at=message.date,
            text=message.text or "",
            is_forward=message.forward_origin is not None,
        )

    @property
    def units(self) -> int:
        return len(self.text.encode("utf-16-le")) // 2

    @property
    def may_be_cut(self) -> bool:
        return self.units > SPLIT_UNITS

    def is_continued_by(self, other: "Piece") -> bool:
        """Whether the other is the rest of this text."""
        return (
            self.may_be_cut
            and other.message_id > self.message_id
            and other.is_forward == self.is_forward
            and timedelta(0) <= other.sent_at - self.sent_at <= _BETWEEN_PARTS
        )


class Paste(BaseModel):
    """The pieces that came so far, oldest first, for the task with this origin.

    `changed_at` is our own clock's. Once the task `is_taken` into reading nothing can join.
    """

    model_config = ConfigDict(frozen=True)

    origin: str
    pieces: tuple[Piece, ...]
    changed_at: datetime
    is_taken: bool = False

    def has(self, piece: Piece) -> bool:
        return any(one.message_id == piece.message_id for one in self.pieces)

    def is_continued_by(self, piece: Piece) -> bool:
        return not self.is_taken and self.pieces[-1].is_continued_by(piece)

    @property
    def text(self) -> str:
        return joined(self.pieces)


def joined(pieces: Sequence[Piece]) -> str:
    """The text as it was before it was cut."""
    text = ""
    is_json = bool(pieces) and pieces[0].text.lstrip()[:1] in ("{", "[")
    for number, piece in enumerate(pieces):
        if number and pieces[number - 1].units < _MESSAGE_UNITS:
            # White space was dropped; a line's end inside a JSON string would break it.
            text += " " if is_json else "\n"
        text += piece.text
    return text


async def load_paste(record: FSMContext) -> Paste | None:
    stored = (await record.get_data()).get(_KEY)
    return Paste.model_validate(stored) if stored else None


async def save_paste(record: FSMContext, paste: Paste) -> None:
    await record.update_data({_KEY: paste.model_dump(mode="json")})


async def forget_paste(record: FSMContext, origin: str | None = None) -> None:
    """With an origin, only that one's."""
    data = await record.get_data()
    stored = data.pop(_KEY, None)
    if stored and origin in (None, stored["origin"]):
        await record.set_data(data)
