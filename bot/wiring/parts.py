"""What the providers build from."""

from dataclasses import dataclass

from aiogram import Bot
from aiogram.types import User

from bot.config import Settings
from bot.dialogs.door import DialogDoor
from bot.i18n import Locales
from inference.scoring.live import LiveScorer
from parsers.isolation import IsolatedResumeReader
from storage.database import Database


@dataclass(frozen=True)
class Parts:
    """The parts that outlive every update. `scorer` may have no bundle yet."""

    settings: Settings
    locales: Locales
    bot: Bot
    bot_user: User
    database: Database
    scorer: LiveScorer


@dataclass(frozen=True)
class WorkParts(Parts):
    """And what stored tasks need besides."""

    reader: IsolatedResumeReader
    door: DialogDoor
