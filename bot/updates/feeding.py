"""One stored update goes through the dispatcher."""

import logging
from collections.abc import Callable

from aiogram import Bot, Dispatcher
from aiogram.types import Update
from pydantic import ValidationError

from bot.admin_news import AdminNews
from bot.faults import passing_fault_behind
from bot.handlers.errors import error_text
from bot.i18n import Html, Locales, Translator
from domain.work import StoredUpdate

_log = logging.getLogger(__name__)


class UpdateFeeder:
    """Implements bot.updates.dispatch.UpdateHandler by aiogram's dispatcher."""

    def __init__(
        self, dispatcher: Dispatcher, bot: Bot, locales: Locales, admin_news: AdminNews
    ) -> None:
        self._dispatcher = dispatcher
        self._bot = bot
        self._locales = locales
        self._admin_news = admin_news

    async def handle(self, update: StoredUpdate) -> None:
        parsed = self._parse(update)
        if parsed is not None:
            await self._feed(parsed)

    async def _feed(self, update: Update) -> None:
        try:
            await self._dispatcher.feed_update(self._bot, update)
        except Exception as error:
            fault = passing_fault_behind(error)
            if fault is None or fault is error:
                raise
            raise fault from None

    async def tell_set_aside(self, update: StoredUpdate) -> None:
        """The person, and the admins: what kills the process is a fault of ours."""
        await self._tell(update, lambda translator: translator.html("error-update-set-aside"))
        await self._admin_news.tell_admins("admin-set-aside", task=update.key, kind="update")

    async def tell_failed(self, update: StoredUpdate, error: Exception) -> None:
        await self._tell(update, lambda translator: error_text(translator, error))

    async def _tell(self, update: StoredUpdate, words: Callable[[Translator], Html]) -> None:
        parsed = self._parse(update)
        event = parsed and (parsed.message or parsed.callback_query)
        if not event or not event.from_user:
            return
        translator = self._locales.for_code(event.from_user.language_code)
        await self._bot.send_message(event.from_user.id, words(translator))

    def _parse(self, update: StoredUpdate) -> Update | None:
        try:
            return Update.model_validate(dict(update.body), context={"bot": self._bot})
        except ValidationError as error:
            # Its values may be a person's data: only the places of the faults are logged.
            places = [fault["loc"] for fault in error.errors()[:3]]
            _log.error("update %s is of no known form: %s", update.key, places)
            return None
