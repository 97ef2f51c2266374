"""manifest.json: what a bundle is made of. Read without torch."""

import hashlib
import json
import re
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
CODE_FOLDER: Final = "code"

Architecture = Literal["gemma2", "gemma3_text", "bert", "remote-code"]
HeadType = Literal["linear", "two-layer"]
WeightType = Literal["float32", "bfloat16", "nf4"]
AS_STORED: Final = "as-stored"
DECODERS: Final[tuple[Architecture, ...]] = ("gemma2", "gemma3_text")

_SHORT_REVISION_CHARACTERS = 12


def _check_member_path(value: str) -> str:
    path = PurePosixPath(value)
    if path.is_absolute() or ".." in path.parts or "\\" in value or not path.parts:
        raise ValueError("a file of a bundle is named by a path inside the bundle")
    return value


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PinnedSource(_Strict):
    """Weights by hub name and commit; `embedded` ones come with the bundle.

    A hub source without a revision is pinned by the first `python -m inference fetch`, which
    writes the commit it met, and the hash of each file, to the bundle's lock.
    """

    name: str = Field(pattern=r"^[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)?$")
    revision: str | None = Field(default=None, min_length=1)
    embedded: bool

    @check_model(mode="after")
    def _hub_names_are_pinned(self) -> Self:
        revision = self.revision or ""
        if self.embedded and not revision:
            raise ValueError("an embedded source needs a revision")
        if not self.embedded and revision and not re.fullmatch("[0-9a-f]{40}", revision):
            raise ValueError("a hub source needs a full commit hash as its revision")
        return self


class BundleFacts(_Strict):
    """All that a manifest says, without the hashes of the files.

    `base` holds the weights below the head, `adapter` a LoRA with the head; an encoder classifier
    has no adapter and carries its head in `base`. `code` is the hub repository whose Python an
    architecture of "remote-code" runs, only where the operator allows it. `head` "as-stored" takes
    whichever of the two heads the weights carry. `labels` is the order of the logits and
    `positive_label` the one that means "grade confirmed". `weights` is how the base is held in
    memory when DTYPE is "auto": "nf4" is 4-bit NF4 of bitsandbytes. `holds_in_bfloat16` says that
    the probabilities were measured to stay within 0.01 there. `max_length_tokens` counts the whole
    prompt. `closing_token` ends every prompt where the training's tokenizer was told to add one.
    """

    format: Literal[1] = 1
    name: str = Field(pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$")
    architecture: Architecture = "gemma2"
    base: PinnedSource
    adapter: PinnedSource | None = None
    code: PinnedSource | None = None
    template: str
    max_length_tokens: int = Field(ge=16, le=8192)
    closing_token: str | None = None
    labels: tuple[str, str]
    positive_label: str
    head: HeadType | Literal["as-stored"]
    hidden_size: int = Field(ge=1)
    weights: WeightType
    holds_in_bfloat16: bool = False
    is_demo: bool
    licence: str
    data: dict[str, JsonValue]
    metrics: dict[str, JsonValue]

    @property
    def sources(self) -> dict[str, PinnedSource]:
        """Folder inside the bundle -> what lies there."""
        parts = {BASE_FOLDER: self.base, ADAPTER_FOLDER: self.adapter, CODE_FOLDER: self.code}
        return {folder: source for folder, source in parts.items() if source is not None}

    @property
    def hub_sources(self) -> dict[str, PinnedSource]:
        """Those that have to be fetched."""
        return {folder: s for folder, s in self.sources.items() if not s.embedded}

    @check_model(mode="after")
    def _positive_label_is_a_label(self) -> Self:
        if self.positive_label not in self.labels or len(set(self.labels)) != len(self.labels):
            raise ValueError("labels must differ and hold the positive label")
        return self

    @check_model(mode="after")
    def _parts_fit_the_architecture(self) -> Self:
        if (self.adapter is not None) != (self.architecture in DECODERS):
            raise ValueError("a decoder needs an adapter, an encoder has none")
        if (self.code is not None) != (self.architecture == "remote-code"):
            raise ValueError("only an architecture of remote code names a source of code")
        if self.adapter is None and self.weights == "nf4":
            raise ValueError("an encoder is held in float32 or bfloat16")
        return self


class BundleManifest(BundleFacts):
    """The facts with `files`: path inside the bundle -> SHA-256 of every other file."""

    files: dict[Annotated[str, AfterValidator(_check_member_path)], str]

    @property
    def revision(self) -> str:
        """Changes with any byte of the folder: the start of a hash over the whole manifest."""
        return self.revision_with(None)

    def revision_with(self, lock: JsonValue) -> str:
        """The same with what was fetched from a hub, as its lock tells."""
        facts = self.model_dump(mode="json")
        # Keys that came later are left out where they say nothing, so that a bundle of before
        # keeps the revision that stands in people's history.
        for name in ("code", "closing_token", "holds_in_bfloat16"):
            if not facts[name]:
                del facts[name]
        if lock is not None:
            facts["lock"] = lock
        canonical = json.dumps(facts, sort_keys=True, ensure_ascii=False)
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
