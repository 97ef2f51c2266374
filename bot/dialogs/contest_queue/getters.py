"""What the queue of contested scores shows, to admins only."""

from typing import Any

from aiogram_dialog import DialogManager

from bot.admins import is_admin
from bot.config import Settings
from bot.i18n import Html, Translator
from bot.replies.contested import contested_text
from domain.person import Person
from usecases.list_contests import ListContests

REPLY_UNITS = 500
_DECISIONS = {"upheld": "contested-word-upheld", "withdrawn": "contested-word-withdrawn"}


async def item(
    dialog_manager: DialogManager,
    translator: Translator,
    person: Person,
    settings: Settings,
    list_contests: ListContests,
    **_: Any,
) -> dict[str, Any]:
    """Who is an admin no more sees an empty queue."""
    data = dialog_manager.dialog_data
    page = await list_contests(data["place"]) if is_admin(person, settings) else None
    if page is None:
        text = translator.html("contested-empty")
        return dict.fromkeys(("has_item", "has_earlier", "has_later"), False) | {"item": text}
    data.update(place=page.place, contest_id=page.contest.id)
    return {
        "item": contested_text(translator, page),
        "has_item": True,
        "has_earlier": page.place > 1,
        "has_later": page.place < page.total,
    }


async def word(dialog_manager: DialogManager, translator: Translator, **_: Any) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    too_long = translator.html("contest-too-long", limit=REPLY_UNITS)
    return {
        "decision": translator.html(_DECISIONS[data["decision"]]),
        "problem": too_long if data.get("is_too_long") else Html(""),
        "is_too_long": bool(data.get("is_too_long")),
    }
