"""Short news to every admin, each in their own language."""

import logging

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.config import Settings
from bot.i18n import Html, Locales, Translator
from domain.ports import PeopleRepository

_log = logging.getLogger(__name__)


class AdminNews:
    """Messages to people who did not ask: one who can't be reached keeps no other from it."""

    def __init__(
        self, bot: Bot, locales: Locales, settings: Settings, people: PeopleRepository
    ) -> None:
        self._bot = bot
        self._locales = locales
        self._settings = settings
        self._people = people

    async def tell_admins(self, key: str, **facts: object) -> None:
        """A text of the locale files. `facts` are nobody's data: numbers and our own names."""
        for admin_id in sorted({*self._settings.admin_ids, *await self._people.admin_ids()}):
            translator = await self.translator_of(admin_id)
            await self.tell(admin_id, translator.html(key, **facts))

    async def tell(self, user_id: int, text: Html) -> None:
        try:
            await self._bot.send_message(user_id, text)
        except TelegramAPIError as error:
            _log.warning("news did not reach a person: %s", type(error).__name__)

    async def translator_of(self, user_id: int) -> Translator:
        """The language that was chosen, else that of the last consent: an update has none here."""
        person = await self._people.find(user_id)
        if person and person.language:
            return self._locales[person.language]
        receipts = await self._people.consents(user_id)
        return self._locales[receipts[-1].language if receipts else "ru"]
