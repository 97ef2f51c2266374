"""How scoring again is accepted: one analysis for an answer, or a few for a comparison."""

from collections.abc import Sequence

from aiogram.types import CallbackQuery
from pydantic import BaseModel, ConfigDict

from bot.dialogs.draft import Draft
from bot.i18n import Html, Translator
from bot.replies.card import card_text
from bot.tasks.payloads import DraftToScore
from bot.tasks.runner import TaskRunner
from domain.fields import FieldName
from domain.score import ModelIdentity
from domain.work import NewTask, TaskKind


class AlikeToScore(BaseModel):
    """Analyses to be compared once one model has seen the same of them."""

    model_config = ConfigDict(frozen=True)

    origin: str
    analysis_ids: tuple[int, ...]
    hidden: tuple[FieldName, ...] = ()


async def accept_again(
    tasks: TaskRunner,
    query: CallbackQuery,
    translator: Translator,
    draft: Draft,
    hidden: tuple[FieldName, ...],
    model: ModelIdentity | None,
) -> bool:
    """A new status message; False where this window asked this model for it before.

    `model` is None while none is loaded yet.
    """
    chat_id = query.from_user.id
    origin = f"again:{draft.parent_id}:{_message_id(query)}:{_name(model)}:{'-'.join(hidden)}"
    if tasks.has_accepted(chat_id, origin):
        return False
    wanted = DraftToScore(origin=origin, draft=draft, hidden=hidden)
    tasks.check_room(chat_id)
    status = card_text(translator, draft, translator.html("status-scoring"))
    await _accept(tasks, query, translator, "score", wanted, status)
    return True


async def accept_alike(
    tasks: TaskRunner,
    query: CallbackQuery,
    translator: Translator,
    analysis_ids: Sequence[int],
    hidden: tuple[FieldName, ...],
) -> None:
    wanted = AlikeToScore(
        origin=f"alike:{_message_id(query)}", analysis_ids=tuple(analysis_ids), hidden=hidden
    )
    if tasks.has_accepted(query.from_user.id, wanted.origin):
        return
    tasks.check_room(query.from_user.id)
    status = translator.html("compare-scoring")
    await _accept(tasks, query, translator, "compare", wanted, status)


async def _accept(
    tasks: TaskRunner,
    query: CallbackQuery,
    translator: Translator,
    kind: TaskKind,
    wanted: DraftToScore | AlikeToScore,
    status: Html,
) -> None:
    if query.message is None:
        return
    sent = await query.message.answer(status)
    task = NewTask(
        kind=kind,
        chat_id=query.from_user.id,
        user_id=query.from_user.id,
        locale=translator.language,
        status_message_id=sent.message_id,
        payload=wanted.model_dump(mode="json"),
    )
    await tasks.accept(task)


def _message_id(query: CallbackQuery) -> int:
    return query.message.message_id if query.message else 0


def _name(model: ModelIdentity | None) -> str:
    return f"{model.name}@{model.revision}" if model else ""
