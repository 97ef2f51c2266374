"""Showing where in the document a field was read."""

from typing import Any, Final

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import MediaAttachment, MediaId
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.card.editing import draft_of, edit_of
from bot.dialogs.draft import Draft
from bot.dialogs.media import MadePicture
from bot.dialogs.states import Card
from bot.i18n import Translator
from bot.replies.place import place_text
from bot.tasks.chat_action import acting
from domain.errors import FileUnavailableError, ReadingTimeoutError, ResumeFileError
from domain.fields import FieldName
from domain.person import Person
from usecases.show_place import ShowPlace

_PICTURE: Final = "place_picture"


def has_place(draft: Draft, field: FieldName, person: Person) -> bool:
    """Blind mode shows no page: its lines may tell the age, the city or the name."""
    found = draft.evidence.get(field)
    if found is None or person.is_blind:
        return False
    return bool(found.quote) or (found.box is not None and draft.file_id is not None)


async def show_place(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """The picture is drawn before the window changes, so that a failure is only a pop-up."""
    draft, field = draft_of(manager), edit_of(manager).field
    person: Person = manager.middleware_data["person"]
    if not has_place(draft, field, person):
        return
    found = draft.evidence[field]
    if found.box is not None and draft.file_id is not None:
        translator: Translator = manager.middleware_data["translator"]
        show: ShowPlace = manager.middleware_data["show_place"]
        try:
            async with acting(manager.middleware_data["bot"], query.from_user.id, "upload_photo"):
                manager.middleware_data[_PICTURE] = await show(draft.file_id, field, found)
        except ReadingTimeoutError:
            await query.answer(translator.plain("place-too-slow"), show_alert=True)
            return
        except (FileUnavailableError, ResumeFileError):
            await query.answer(translator.plain("place-gone"), show_alert=True)
            return
    manager.dialog_data["problem"] = None
    await manager.switch_to(Card.place)


async def leave_place(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    edit = edit_of(manager)
    windows = {"work_experience": Card.jobs, "key_skills": Card.skills}
    state = Card.edit if edit.how == "replace" else windows[edit.field]
    await manager.switch_to(state)


async def place(dialog_manager: DialogManager, translator: Translator, **_: Any) -> dict[str, Any]:
    draft, edit = draft_of(dialog_manager), edit_of(dialog_manager)
    problem = dialog_manager.dialog_data.get("problem")
    return {
        "caption": place_text(translator, draft, edit.field, problem=problem),
        "picture": _picture(dialog_manager),
    }


def _picture(manager: DialogManager) -> MediaAttachment | None:
    """The one that was drawn just now, else the one that the window shows already."""
    png: bytes | None = manager.middleware_data.get(_PICTURE)
    if png is not None:
        return MadePicture(png, "place.png")
    stack = manager.current_stack()
    if stack.last_media_id is None:
        return None
    shown = MediaId(stack.last_media_id, stack.last_media_unique_id)
    return MediaAttachment(ContentType.PHOTO, file_id=shown)
