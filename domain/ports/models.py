"""Which models there are, and which are in memory."""

from collections.abc import Collection, Sequence
from typing import Protocol

from domain.bundle import BundleSummary
from domain.fields import FieldName
from domain.ports.scoring import ComparisonTicket
from domain.resume import Resume
from domain.score import ModelIdentity


class BundleShelf(Protocol):
    """The bundles on this disk; none is loaded by looking."""

    def shipped(self) -> Sequence[BundleSummary]:
        """Those that came with the program and can be read, by name."""
        ...

    def look_at(self, place: str) -> BundleSummary:
        """By the name of a shipped one or by its folder. Raises BundleError."""
        ...

    def card(self, place: str) -> str:
        """The text of its model card; raises BundleError."""
        ...


class ModelsInMemory(Protocol):
    """One of them is live: resumes go to it."""

    @property
    def identity(self) -> ModelIdentity:
        """The live one; raises BundleNotLoadedError before the first."""
        ...

    @property
    def identities(self) -> tuple[ModelIdentity, ...]: ...

    async def load(self, bundle: str) -> ModelIdentity:
        """Raises BundleError, and nothing has changed then."""
        ...

    async def switch_to(self, name: str) -> ModelIdentity: ...

    async def unload(self, name: str) -> None:
        """Raises BundleNotLoadedError, or BundleInUseError for the live one."""
        ...

    def compare(
        self,
        resumes: Sequence[Resume],
        *,
        hidden: Collection[FieldName] = (),
        bundle: str | None = None,
    ) -> ComparisonTicket: ...
