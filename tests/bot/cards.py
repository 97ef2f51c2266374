"""A card that was read from a made-up file, open before a person."""

from bot.dialogs.draft import Draft
from bot.dialogs.opening import open_card
from domain.resume import FieldEvidence, Reading
from tests.bot.conftest import Desk
from tests.bot.people import RESUME

BOX = FieldEvidence(confidence=0.5, page=2, line=3, box=(40, 50, 200, 62))
QUOTE = FieldEvidence(confidence=0.6, page=1, line=4, quote="г. Барнаул <готов> к переезду")
READ = Draft.from_reading(
    Reading(resume=RESUME, evidence={"position": BOX, "city": QUOTE, "age": BOX}),
    "f" * 64,
    "cv.pdf",
    "file-1",
)


async def open_read(desk: Desk, draft: Draft = READ, *, is_new: bool = False) -> None:
    async with desk.door.enter(1, 1, "ru") as manager:
        await open_card(manager, draft, is_new=is_new)
