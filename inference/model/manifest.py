"""manifest.json: what a bundle is made of. Read without torch."""

import hashlib
import json
from pathlib import Path, PurePosixPath
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, ValidationError
from pydantic import model_validator as check_model

from domain.errors import BundleMismatchError, BundleNotFoundError
from inference.prompts import TEMPLATES

MANIFEST: Final = "manifest.json"
CALIBRATION: Final = "calibration.json"
MODEL_CARD: Final = "MODEL_CARD.md"
ADAPTER_FOLDER: Final = "adapter"
BASE_FOLDER: Final = "base"

HeadType = Literal["linear", "two-layer"]
WeightType = Literal["float32", "bfloat16", "nf4"]

_SHORT_REVISION_CHARACTERS = 12


def _check_member_path(value: str) -> str:
    path = PurePosixPath(value)
    if path.is_absolute() or ".." in path.parts or "\\" in value or not path.parts:
        raise ValueError("a file of a bundle is named by a path inside the bundle")
    return value


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PinnedSource(_Strict):
    """Weights by hub name and commit; `embedded` ones lie in the bundle's own folder."""

    name: str = Field(min_length=1)
    revision: str = Field(min_length=1)
    embedded: bool

    @check_model(mode="after")
    def _hub_names_are_pinned(self) -> Self:
        hexadecimal = set(self.revision) <= set("0123456789abcdef")
        if not self.embedded and not (len(self.revision) == 40 and hexadecimal):
            raise ValueError("a hub source needs a full commit hash as its revision")
        return self


class BundleFacts(_Strict):
    """All that a manifest says, without the hashes of the files.

    `labels` is the order of the logits and `positive_label` the one that means "grade
    confirmed". `weights` is how the base is to be held in memory when DTYPE is "auto":
    "nf4" is 4-bit NF4 of bitsandbytes. `max_length_tokens` counts the whole prompt.
    """

    format: Literal[1] = 1
    name: str = Field(pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$")
    architecture: Literal["gemma2"] = "gemma2"
    base: PinnedSource
    adapter: PinnedSource
    template: str
    max_length_tokens: int = Field(ge=16, le=8192)
    labels: tuple[str, str]
    positive_label: str
    head: HeadType
    hidden_size: int = Field(ge=1)
    weights: WeightType
    is_demo: bool
    licence: str
    data: dict[str, JsonValue]
    metrics: dict[str, JsonValue]

    @check_model(mode="after")
    def _positive_label_is_a_label(self) -> Self:
        if self.positive_label not in self.labels or len(set(self.labels)) != len(self.labels):
            raise ValueError("labels must differ and hold the positive label")
        return self


class BundleManifest(BundleFacts):
    """The facts with `files`: path inside the bundle -> SHA-256 of every other file."""

    files: dict[Annotated[str, AfterValidator(_check_member_path)], str]

    @property
    def revision(self) -> str:
        """Changes with any byte of the bundle: the start of a hash over the whole manifest."""
        canonical = json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()[:_SHORT_REVISION_CHARACTERS]


def read_manifest(folder: Path) -> BundleManifest:
    """Raises BundleNotFoundError without a manifest, BundleMismatchError for an unfit one."""
    try:
        text = (folder / MANIFEST).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BundleNotFoundError(str(folder)) from error
    try:
        manifest = BundleManifest.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or MANIFEST
        raise BundleMismatchError(folder.name, place, first["msg"], "unfit manifest") from error
    if manifest.template not in TEMPLATES:
        raise BundleMismatchError(
            manifest.name, "template", " | ".join(TEMPLATES), manifest.template
        )
    return manifest
