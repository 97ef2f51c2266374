"""A career job by job, and skills one by one: what their buttons do."""

from zlib import crc32

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Select

from bot.dialogs.card.editing import Edit, draft_of, edit_of, keep_draft, set_edit
from bot.dialogs.states import Card
from domain.career import newest_first
from domain.resume import Job

_DELETED = "deleted_job"


def skill_id(skill: str) -> str:
    """Names the skill in its button, so that a double tap takes out one and not two."""
    return f"{crc32(skill.encode()):08x}"


async def choose_job(
    _: CallbackQuery, __: "Select[int]", manager: DialogManager, place: int
) -> None:
    if place < len(draft_of(manager).resume.work_experience):
        set_edit(manager, Edit(field="work_experience", how="job", job=place))
        await manager.switch_to(Card.job)


async def add_job(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    set_edit(manager, Edit(field="work_experience", how="add"))
    await manager.switch_to(Card.edit)


async def to_jobs(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    set_edit(manager, Edit(field="work_experience", how="add"))
    await manager.switch_to(Card.jobs)


async def delete_job(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    draft, place = draft_of(manager), edit_of(manager).job
    jobs = draft.resume.work_experience
    if place is not None and place < len(jobs):
        manager.dialog_data[_DELETED] = jobs[place].model_dump(mode="json")
        rest = (*jobs[:place], *jobs[place + 1 :])
        keep_draft(manager, draft.with_field("work_experience", rest))
    await to_jobs(query, button, manager)


async def bring_job_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    deleted = manager.dialog_data.pop(_DELETED, None)
    if deleted is not None:
        draft = draft_of(manager)
        jobs = newest_first([Job.model_validate(deleted), *draft.resume.work_experience])
        keep_draft(manager, draft.with_field("work_experience", tuple(jobs)))


async def remove_skill(
    _: CallbackQuery, __: "Select[str]", manager: DialogManager, chosen: str
) -> None:
    draft = draft_of(manager)
    left = tuple(skill for skill in draft.resume.key_skills if skill_id(skill) != chosen)
    keep_draft(manager, draft.with_field("key_skills", left))
