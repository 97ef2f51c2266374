"""What a person chooses of themselves, with what follows from it: a receipt, the menu."""

from aiogram import Bot

from bot.config import Settings
from bot.consent import VERSION, consent_text, text_sha256
from bot.i18n import Language, Locales
from bot.menu import show_menu
from domain.person import ConsentKind, Person, Role
from domain.ports import PeopleRepository


class PersonChoices:
    """Every method returns the person as they are after it.

    `language` is that of the text which the person had before them.
    """

    def __init__(
        self, people: PeopleRepository, locales: Locales, settings: Settings, bot: Bot
    ) -> None:
        self._people = people
        self._locales = locales
        self._settings = settings
        self._bot = bot

    async def agree(self, user_id: int, language: Language) -> Person:
        """To the processing; from now on the bot speaks the language of that text."""
        await self._record(user_id, "processing", language)
        await self._people.set_language(user_id, language)
        return await self._people.meet(user_id)

    async def choose_role(self, user_id: int, role: Role, language: Language) -> Person:
        """A recruiter thereby confirms the candidates' consent."""
        if role == "recruiter":
            await self._record(user_id, "candidates", language)
        await self._people.set_role(user_id, role)
        return await self._with_menu(user_id)

    async def speak(self, user_id: int, language: Language) -> Person:
        await self._people.set_language(user_id, language)
        return await self._with_menu(user_id)

    async def set_blind(self, user_id: int, is_blind: bool) -> Person:
        await self._people.set_blind(user_id, is_blind)
        return await self._people.meet(user_id)

    async def withdraw(self, user_id: int) -> Person:
        """Both consents; what is kept until now is erased by the person, not by this."""
        await self._people.withdraw(user_id, "candidates")
        await self._people.withdraw(user_id, "processing")
        return await self._people.meet(user_id)

    async def _record(self, user_id: int, kind: ConsentKind, language: Language) -> None:
        text = consent_text(self._locales[language], kind)
        await self._people.agree(
            user_id, kind, version=VERSION, text_sha256=text_sha256(text), language=language
        )

    async def _with_menu(self, user_id: int) -> Person:
        person = await self._people.meet(user_id)
        await show_menu(self._bot, self._locales, person, self._settings)
        return person
