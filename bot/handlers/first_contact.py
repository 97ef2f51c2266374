"""First contact: one message that becomes the consent, the choice of role, and "ready"."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message, ReplyParameters, Update

from bot.choices import PersonChoices
from bot.config import Settings
from bot.consent import VERSION, Step, missing_step
from bot.i18n import Locales, Translator
from bot.replies.editing import edit_below
from bot.replies.first_contact import (
    Agree,
    ChooseRole,
    Page,
    Turn,
    page_keyboard,
    page_text,
    ready_keyboard,
    ready_text,
    taken_text,
)
from bot.updates.again import TakeAgain
from bot.waiting import WaitingMessages
from domain.person import Person


def first_contact_router() -> Router:
    router = Router(name="first_contact")
    router.callback_query.register(turn, Turn.filter())
    router.callback_query.register(answer, Agree.filter())
    router.callback_query.register(answer, ChooseRole.filter())
    return router


async def ask_step(
    message: Message,
    translator: Translator,
    person: Person,
    step: Step,
    settings: Settings,
    *,
    is_kept: bool,
) -> None:
    """Asks for what is missing; a message that is kept is the one that this one replies to."""
    page: Page = "brief" if step == "consent" else "role"
    reply = ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True)
    await message.answer(
        page_text(
            translator, page, person, is_kept=is_kept, retention_days=settings.retention_days
        ),
        reply_markup=page_keyboard(translator, page),
        reply_parameters=reply if is_kept else None,
    )


async def turn(
    query: CallbackQuery,
    callback_data: Turn,
    person: Person,
    choices: PersonChoices,
    locales: Locales,
    translator: Translator,
    settings: Settings,
) -> None:
    await query.answer()
    if callback_data.language != translator.language:
        person = await choices.speak(person.user_id, callback_data.language)
    await _show(query, locales[callback_data.language], person, callback_data.page, settings)


async def answer(
    query: CallbackQuery,
    callback_data: Agree | ChooseRole,
    person: Person,
    choices: PersonChoices,
    locales: Locales,
    take_again: TakeAgain,
    waiting: WaitingMessages,
    event_update: Update,
    settings: Settings,
) -> None:
    """Asks for what is missing still, else takes what waited.

    A button of an older text agrees to nothing: it shows the newest.
    """
    await query.answer()
    translator = locales[callback_data.language]
    if callback_data.version == VERSION:
        person = await _keep(callback_data, person.user_id, choices)
    step = missing_step(person)
    if step is not None:
        page: Page = "brief" if step == "consent" else "role"
        await _show(query, translator, person, page, settings)
        return
    kept = kept_message(query)
    if kept is None:
        text = ready_text(translator, person.role)
        await edit_below(query, text, ready_keyboard(translator))
        return
    rest = waiting.take(kept)
    await edit_below(query, taken_text(translator, kept, len(rest)))
    for update_id, message in ((event_update.update_id, kept), *rest):
        await take_again(update_id, message)


async def _keep(answered: Agree | ChooseRole, user_id: int, choices: PersonChoices) -> Person:
    if isinstance(answered, Agree):
        return await choices.agree(user_id, answered.language)
    return await choices.choose_role(user_id, answered.role, answered.language)


async def _show(
    query: CallbackQuery, translator: Translator, person: Person, page: Page, settings: Settings
) -> None:
    is_kept, days = kept_message(query) is not None, settings.retention_days
    text = page_text(translator, page, person, is_kept=is_kept, retention_days=days)
    await edit_below(query, text, page_keyboard(translator, page))


def kept_message(query: CallbackQuery) -> Message | None:
    """The person's own message that waits for the consent; Telegram shows it in the reply."""
    asked = query.message
    replied = asked.reply_to_message if isinstance(asked, Message) else None
    is_own = bool(replied and replied.from_user and replied.from_user.id == query.from_user.id)
    return replied if is_own else None
