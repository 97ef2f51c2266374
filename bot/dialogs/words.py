"""Window texts and button labels from the locale files."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.text import Text

from bot.i18n import Translator


class Words(Text):
    """A text as markup, its variables taken by name from the window's data."""

    def __init__(self, key: str, *variables: str, when: WhenCondition = None) -> None:
        super().__init__(when=when)
        self._key = key
        self._variables = variables

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        translator: Translator = manager.middleware_data["translator"]
        return translator.html(self._key, **{name: data[name] for name in self._variables})


class Label(Words):
    """A button's label: Telegram reads no markup there, so nothing is escaped."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        translator: Translator = manager.middleware_data["translator"]
        return translator.plain(self._key, **{name: data[name] for name in self._variables})
