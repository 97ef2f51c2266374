"""What an answer in the card changes: a field, one job of a career, one more skill."""

from typing import Any, Literal

from aiogram.types import Message
from aiogram_dialog import DialogManager
from pydantic import BaseModel, ConfigDict

from bot.dialogs.draft import Draft
from bot.tasks.pasting import Piece, joined
from domain.career import newest_first
from domain.errors import InvalidAnswerError
from domain.fields import FieldName
from domain.ports import AnswerReader
from domain.resume import Resume

How = Literal["replace", "add", "job"]
_ANSWER = "answer"


class Edit(BaseModel):
    """What the next answer is for. `job` is the place of the job that it replaces."""

    model_config = ConfigDict(frozen=True)

    field: FieldName
    how: How = "replace"
    job: int | None = None


class _Answer(BaseModel):
    """An answer so long that the app may have cut it, and the draft as it was before."""

    edit: Edit
    before: Draft
    pieces: tuple[Piece, ...]


def draft_of(manager: DialogManager) -> Draft:
    return Draft.model_validate(manager.dialog_data["draft"])


def edit_of(manager: DialogManager) -> Edit:
    return Edit.model_validate(manager.dialog_data["edit"])


def set_edit(manager: DialogManager, edit: Edit) -> None:
    manager.dialog_data.update(edit=edit.model_dump(mode="json"), problem=None)


def keep_draft(manager: DialogManager, draft: Draft) -> None:
    manager.dialog_data.update(draft=draft.dump(), problem=None)


def take_answer(manager: DialogManager, message: Message) -> bool:
    """Changes the draft; False, with the problem kept for the window, for what does not fit."""
    piece, edit, draft = Piece.of(message), edit_of(manager), draft_of(manager)
    if piece.may_be_cut:
        answer = _Answer(edit=edit, before=draft, pieces=(piece,))
        manager.dialog_data[_ANSWER] = answer.model_dump(mode="json")
    return _apply(manager, edit, draft, piece.text)


def take_rest_of_answer(manager: DialogManager, message: Message) -> bool:
    """Puts the rest of a cut answer where its first part went; False where it is none."""
    stored = manager.dialog_data.get(_ANSWER)
    answer = _Answer.model_validate(stored) if stored else None
    piece = Piece.of(message)
    if answer is None or not answer.pieces[-1].is_continued_by(piece):
        return False
    answer = answer.model_copy(update={"pieces": (*answer.pieces, piece)})
    manager.dialog_data[_ANSWER] = answer.model_dump(mode="json")
    _apply(manager, answer.edit, answer.before, joined(answer.pieces))
    return True


def _apply(manager: DialogManager, edit: Edit, draft: Draft, text: str) -> bool:
    answers: AnswerReader = manager.middleware_data["answers"]
    try:
        value = answers.read_answer(edit.field, text)
    except InvalidAnswerError as error:
        manager.dialog_data["problem"] = error.reason
        return False
    keep_draft(manager, draft.with_field(edit.field, edited(draft.resume, edit, value)))
    return True


def edited(resume: Resume, edit: Edit, value: Any) -> Any:
    """The field's new value. A job typed without a description keeps the one that it had."""
    if edit.field == "key_skills" and edit.how == "add":
        known = {skill.casefold() for skill in resume.key_skills}
        return (*resume.key_skills, *(one for one in value if one.casefold() not in known))
    jobs = resume.work_experience
    if edit.how == "add":
        return tuple(newest_first([*value, *jobs]))
    if edit.how == "job" and edit.job is not None and edit.job < len(jobs):
        new = tuple(value)
        if len(new) == 1 and not new[0].description:
            new = (new[0].model_copy(update={"description": jobs[edit.job].description}),)
        return tuple(newest_first([*jobs[: edit.job], *new, *jobs[edit.job + 1 :]]))
    return value
