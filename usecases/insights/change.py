"""A change that may be tried on a resume."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import JsonValue

from domain.insight import ChangeKind
from domain.resume import Resume

Edit = Callable[[Resume], Resume]


@dataclass(frozen=True, slots=True)
class Change:
    """`ways` are all that it may come to: it brings what the least of them brings.

    `control` changes as much without saying more: what that brings is not the change's doing.
    """

    kind: ChangeKind
    ways: tuple[Edit, ...]
    facts: Mapping[str, JsonValue] = field(default_factory=dict)
    control: Edit | None = None

    def ways_of(self, resume: Resume) -> list[Resume]:
        return [way(resume) for way in self.ways]

    def controls_of(self, resume: Resume) -> list[Resume]:
        return [self.control(resume)] if self.control else []


def changed(resume: Resume, **fields: Any) -> Resume:
    return resume.model_copy(update=fields)
