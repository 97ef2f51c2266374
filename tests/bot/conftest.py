"""The dispatcher as it runs, with its storage and its parts in memory."""

from dataclasses import dataclass

import pytest
from aiogram import Dispatcher
from aiogram_dialog.test_tools.memory_storage import JsonMemoryStorage

from bot.dialogs.door import DialogDoor
from bot.dispatcher import create_dispatcher
from bot.i18n import Language, Locales
from parsers.answers import TypedAnswerReader
from tests.bot.chat import BOT_USER, KeptBot, Person
from tests.bot.parts import KeptTasks, MemoryAnalyses
from usecases.delete_analysis import DeleteAnalysis
from usecases.list_history import ListHistory
from usecases.open_analysis import OpenAnalysis


@dataclass
class Desk:
    """Everything a test touches."""

    dispatcher: Dispatcher
    bot: KeptBot
    tasks: KeptTasks
    analyses: MemoryAnalyses
    door: DialogDoor
    storage: JsonMemoryStorage

    def person(self, language: Language = "ru", user_id: int = 1) -> Person:
        return Person(self.dispatcher, self.bot, language, user_id)


@pytest.fixture(scope="session")
def locales() -> Locales:
    return Locales()


def make_desk(
    locales: Locales, storage: JsonMemoryStorage | None = None, bot: KeptBot | None = None
) -> Desk:
    storage, bot = storage or JsonMemoryStorage(), bot or KeptBot()
    tasks, analyses = KeptTasks(), MemoryAnalyses()
    dispatcher = create_dispatcher(
        storage,
        locales,
        bot_user=BOT_USER,
        tasks=tasks,
        answers=TypedAnswerReader(),
        list_history=ListHistory(analyses),
        open_analysis=OpenAnalysis(analyses),
        delete_analysis=DeleteAnalysis(analyses),
    )
    return Desk(dispatcher, bot, tasks, analyses, DialogDoor(dispatcher, bot), storage)


@pytest.fixture
def desk(locales: Locales) -> Desk:
    return make_desk(locales)
