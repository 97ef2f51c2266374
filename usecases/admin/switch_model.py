"""Which model resumes go to: an admin's choice outlives the process, the settings' is next."""

import logging
from typing import Final

from pydantic import JsonValue

from domain.errors import BundleError, BundleNotLoadedError, BundleWorseError
from domain.health import ModelHealth
from domain.ports import SettingStore
from domain.ports.models import BundleShelf, ModelsInMemory
from domain.score import ModelIdentity

_CHOICE: Final = "model"
_TROUBLE: Final = "model_trouble"
_log = logging.getLogger(__name__)


async def bring_into_memory(
    models: ModelsInMemory, shelf: BundleShelf, place: str
) -> ModelIdentity:
    """What is in memory already is not read again. Raises BundleError."""
    summary = shelf.look_at(place)
    for identity in models.identities:
        if (identity.name, identity.revision) == (summary.name, summary.revision):
            return identity
    return await models.load(place)


class ModelChoice:
    """`default` is the settings' BUNDLE. A BUNDLE that was changed since is the newer word."""

    def __init__(
        self, models: ModelsInMemory, shelf: BundleShelf, settings: SettingStore, default: str
    ) -> None:
        self._models = models
        self._shelf = shelf
        self._settings = settings
        self._default = default

    async def chosen(self) -> str:
        return await self._of_admin() or self._default

    async def load_at_start(self) -> ModelIdentity:
        """The choice, or where it does not load the settings' bundle. Raises BundleError."""
        wanted = await self._of_admin()
        if wanted is not None and wanted != self._default:
            try:
                identity = await self._models.load(wanted)
            except BundleError as error:
                _log.error("the chosen model does not load, %s stands in: %s", self._default, error)
                await self._settings.write(_TROUBLE, {"error": type(error).__name__, **vars(error)})
                return await self._models.load(self._default)
            await self._settings.write(_TROUBLE, None)
            return identity
        return await self._models.load(self._default)

    async def switch(self, place: str) -> ModelIdentity:
        """Loads it where it is not in memory, and sends resumes to it.

        Raises BundleError, BundleWorseError for what the newest verdicts spoke against.
        """
        summary = self._shelf.look_at(place)
        if summary.comparison is not None and summary.is_shown_worse:
            raise BundleWorseError(summary.name, summary.comparison.began_as)
        identity = await bring_into_memory(self._models, self._shelf, place)
        await self._models.switch_to(f"{identity.name}@{identity.revision}")
        choice: JsonValue = {"bundle": place, "instead_of": self._default}
        await self._settings.write(_CHOICE, None if place == self._default else choice)
        await self._settings.write(_TROUBLE, None)
        return identity

    async def health(self) -> ModelHealth:
        try:
            live = self._models.identity
        except BundleNotLoadedError:
            live = None
        trouble = await self._settings.read(_TROUBLE)
        return ModelHealth(
            live=live,
            loaded=len(self._models.identities),
            chosen=await self.chosen(),
            is_by_admin=await self._of_admin() is not None,
            trouble=trouble if isinstance(trouble, dict) else None,
        )

    async def _of_admin(self) -> str | None:
        choice = await self._settings.read(_CHOICE)
        if not isinstance(choice, dict) or choice.get("instead_of") != self._default:
            return None
        bundle = choice.get("bundle")
        return bundle if isinstance(bundle, str) else None


class UnloadModel:
    """Frees the memory of a bundle that no resume goes to."""

    def __init__(self, models: ModelsInMemory, shelf: BundleShelf) -> None:
        self._models = models
        self._shelf = shelf

    async def __call__(self, place: str) -> None:
        """Raises BundleNotLoadedError, or BundleInUseError for the live one."""
        summary = self._shelf.look_at(place)
        await self._models.unload(f"{summary.name}@{summary.revision}")
