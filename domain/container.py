"""What a file holds that holds more than one resume."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from domain.failure import Failure

ContainerKind = Literal["document", "archive", "rows"]
"""`document` is a file that is one resume itself, such as a DOCX, although that is a ZIP too."""


class PackedPart(BaseModel):
    """Where a part lies in its archive: bytes `start` to `end`, deflated or stored.

    `size_bytes` and `crc` are those of the unpacked part, as the archive declares them.
    """

    model_config = ConfigDict(frozen=True)

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    is_deflated: bool
    size_bytes: int = Field(ge=0)
    crc: int = Field(ge=0)


class Part(BaseModel):
    """One file of an archive, or one row of a table as JSON in `text`.

    `name` is for people. `failure` says why there is neither.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    packed: PackedPart | None = None
    text: str | None = None
    failure: Failure | None = None


class Contents(BaseModel):
    """The parts in their own order; a document has none."""

    model_config = ConfigDict(frozen=True)

    kind: ContainerKind
    parts: tuple[Part, ...] = ()
