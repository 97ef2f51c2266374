"""sources.lock.json: which commit of each hub source was fetched, and the hash of each file.

Written once by `python -m inference fetch`, beside the manifest. From then on only these bytes
are loaded, whatever the hub serves later.
"""

import os
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from domain.errors import BundleMismatchError

LOCK: Final = "sources.lock.json"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LockedFile(_Strict):
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    size_bytes: int = Field(ge=0)


# Also keeps a lock from naming a file outside of its folder.
FileName = Annotated[str, Field(pattern=r"^[A-Za-z0-9_][\w.-]*$", max_length=200)]


class LockedSource(_Strict):
    """`name` at the commit `revision`; the files lie in the bundle's folder of that part."""

    name: str
    revision: str = Field(pattern=r"^[0-9a-f]{40}$")
    files: dict[FileName, LockedFile] = Field(min_length=1)


class SourcesLock(_Strict):
    """`sources` maps a part of the bundle ("base", "adapter", "code") to what was fetched."""

    format: Literal[1] = 1
    sources: dict[str, LockedSource]

    def as_json(self) -> JsonValue:
        facts: JsonValue = self.model_dump(mode="json")
        return facts


def read_lock(folder: Path, bundle: str) -> SourcesLock | None:
    """None where nothing was fetched yet. Raises BundleMismatchError for an unfit lock."""
    try:
        content = (folder / LOCK).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BundleMismatchError(bundle, LOCK, "a readable file", type(error).__name__) from error
    try:
        return SourcesLock.model_validate_json(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "no JSON"
        raise BundleMismatchError(bundle, LOCK, first["msg"], place) from error


def write_lock(folder: Path, lock: SourcesLock) -> None:
    """Whole or not at all."""
    new = folder / f".{LOCK}.new"
    new.write_text(lock.model_dump_json(indent=2) + "\n", encoding="utf-8")
    os.replace(new, folder / LOCK)
