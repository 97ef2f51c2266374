"""The gate: before all is agreed, nothing is read or kept of a resume.

Its router stands after what answers without a consent and before all else.
"""

from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, InlineQuery, Message, Update
from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import Context

from bot.config import Settings
from bot.consent import Step, missing_step
from bot.dialogs.states import PersonSettings
from bot.handlers.first_contact import ask_step
from bot.i18n import Translator
from bot.tasks.accepting import is_pasted_resume
from bot.waiting import WaitingMessages
from domain.person import Person


class _IsMissingStep(Filter):
    """Gives the handler the `step` that stands between this person and the bot's work."""

    async def __call__(self, _: Any, person: Person | None = None) -> bool | dict[str, Any]:
        step = missing_step(person) if person else None
        return {"step": step} if step else False


class _IsOfSettings(Filter):
    """A tap in the settings, where the consent is given and withdrawn too."""

    async def __call__(self, _: Any, aiogd_context: Context | None = None) -> bool:
        return aiogd_context is not None and aiogd_context.state.group is PersonSettings


def gate_router() -> Router:
    router = Router(name="gate")
    router.message.register(keep_message, _IsMissingStep())
    router.callback_query.register(ask_instead, ~_IsOfSettings(), _IsMissingStep())
    router.inline_query.register(find_nothing, _IsMissingStep())
    return router


async def keep_message(
    message: Message,
    translator: Translator,
    person: Person,
    step: Step,
    dialog_manager: DialogManager,
    waiting: WaitingMessages,
    event_update: Update,
    settings: Settings,
) -> None:
    """Small talk is not taken again afterwards, but the answer to an open question is."""
    is_command = (message.text or "").startswith("/")
    if not is_command and waiting.join(event_update.update_id, message):
        return
    is_small_talk = (
        message.text is not None
        and not is_command
        and not is_pasted_resume(message)
        and not _is_question_open(dialog_manager)
    )
    await ask_step(message, translator, person, step, settings, is_kept=not is_small_talk)
    if not is_small_talk:
        waiting.begin(message)


def _is_question_open(manager: DialogManager) -> bool:
    return manager.has_context() and manager.current_context().state.group is not PersonSettings


async def ask_instead(
    query: CallbackQuery, translator: Translator, person: Person, step: Step, settings: Settings
) -> None:
    await query.answer()
    if isinstance(query.message, Message):
        await ask_step(query.message, translator, person, step, settings, is_kept=False)


async def find_nothing(query: InlineQuery) -> None:
    await query.answer([], cache_time=0, is_personal=True)
