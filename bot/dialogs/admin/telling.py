"""A word to somebody else than the admin who acts."""

from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError

from bot.i18n import Html, Locales, Translator
from bot.replies.cutting import one_line
from domain.administration import KnownPerson

REASON_UNITS = 200


async def tell_banned(bot: Bot, locales: Locales, known: KnownPerson, reason: str | None) -> None:
    translator = _words_of(locales, known)
    text = one_line(reason or "", REASON_UNITS)
    await _tell(bot, known, translator.html("admin-told-banned", reason=text or "none"))


async def tell_unbanned(bot: Bot, locales: Locales, known: KnownPerson) -> None:
    await _tell(bot, known, _words_of(locales, known).html("admin-told-unbanned"))


async def tell_admin(bot: Bot, locales: Locales, known: KnownPerson) -> None:
    await _tell(bot, known, _words_of(locales, known).html("admin-told-admin"))


def _words_of(locales: Locales, known: KnownPerson) -> Translator:
    return locales[known.language] if known.language else locales.for_code(None)


async def _tell(bot: Bot, known: KnownPerson, text: Html) -> None:
    # Who blocked the bot, or has deleted the account, needs no word.
    with suppress(TelegramForbiddenError, TelegramBadRequest):
        await bot.send_message(known.person.user_id, text)
