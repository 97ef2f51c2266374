"""The task of loading, switching to or unloading a model: a large one takes minutes."""

from typing import Literal

from aiogram import Bot
from pydantic import BaseModel

from bot.i18n import Html, Locales, Translator
from bot.replies.admin_models import bundle_error_text
from bot.tasks.status import StatusMessage
from domain.errors import BundleError
from domain.ports import TaskStore
from domain.ports.models import BundleShelf, ModelsInMemory
from domain.work import Task
from usecases.admin.switch_model import ModelChoice, UnloadModel, bring_into_memory

ModelAct = Literal["load", "switch", "unload"]


class ModelWanted(BaseModel):
    """`place` is the name of a shipped bundle or its folder."""

    act: ModelAct
    place: str


class ModelWork:
    """Implements bot.tasks.working_off.TaskWork. A model that does not load changes nothing."""

    def __init__(
        self,
        bot: Bot,
        store: TaskStore,
        models: ModelsInMemory,
        shelf: BundleShelf,
        choice: ModelChoice,
        locales: Locales,
    ) -> None:
        self._bot = bot
        self._store = store
        self._models = models
        self._shelf = shelf
        self._choice = choice
        self._unload = UnloadModel(models, shelf)
        self._locales = locales

    async def run(self, task: Task) -> None:
        wanted = ModelWanted.model_validate(task.payload)
        translator = self._locales[task.locale]
        await self._store.start(task.id)
        try:
            text = await self._do(translator, wanted)
        except BundleError as error:
            text = bundle_error_text(translator, error)
            await self._store.finish(task.id, "failed", error=type(error).__name__)
        await StatusMessage(self._bot, task).show(text)
        await self._store.finish(task.id, "done")

    async def _do(self, translator: Translator, wanted: ModelWanted) -> Html:
        if wanted.act == "unload":
            await self._unload(wanted.place)
            return translator.html("admin-model-unloaded", name=wanted.place)
        if wanted.act == "load":
            identity = await bring_into_memory(self._models, self._shelf, wanted.place)
            return translator.html("admin-model-loaded", name=identity.name)
        identity = await self._choice.switch(wanted.place)
        return translator.html(
            "admin-model-switched", name=identity.name, revision=identity.revision
        )
