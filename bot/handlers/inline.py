"""Inline mode: `@bot 12` in any chat offers the person's own analysis of that number."""

import re
from contextlib import suppress

from aiogram import F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineQuery, Message

from bot.i18n import Translator
from bot.replies.history import without_blind_fields
from bot.replies.inline import shared_article
from domain.person import Person
from usecases.find_shareable import FindShareable

_NUMBER = re.compile(r"[#№]?\s*([0-9]{1,18})")
_CACHED_SECONDS = 5
"""Telegram may ask no oftener for the same words; a deleted analysis is gone as fast."""


def inline_router() -> Router:
    router = Router(name="inline")
    router.inline_query.register(offer_analyses)
    # What the person sent that way into the chat with the bot itself is no resume.
    router.message.register(stay_silent, F.via_bot)
    return router


async def offer_analyses(
    query: InlineQuery, person: Person, translator: Translator, find_shareable: FindShareable
) -> None:
    """The newest ones without a word; nothing for words that are no number of theirs."""
    words = query.query.strip()
    found = _NUMBER.fullmatch(words)
    number = int(found[1]) if found else None
    answers = [] if words and not found else await find_shareable(query.from_user.id, number)
    if person.is_blind:
        answers = [without_blind_fields(answer) for answer in answers]
    results = [shared_article(translator, answer) for answer in answers]
    with suppress(TelegramBadRequest):  # after a restart the question may be too old
        await query.answer(results, cache_time=_CACHED_SECONDS, is_personal=True)  # type: ignore[arg-type]  # a list of one kind


async def stay_silent(_: Message) -> None:
    """Nothing to say."""
