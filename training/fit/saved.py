"""A trained model on disk, before or after it became a bundle."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from numpy import float64
from numpy.typing import NDArray

from domain.errors import BundleError
from inference.model.loader import load_bundle
from inference.model.manifest import MANIFEST
from inference.prompts import TEMPLATES, PromptTokenizer, RowFormatError, row_from_json
from training.errors import ModelFolderError, RowsError
from training.fit.adapter import load_adapter
from training.fit.margins import margins_of, margins_of_model
from training.fit.train import ADAPTER_FOLDER, BASE_FOLDER, TEMPLATE, TrainedModel

_FACTS: Final = "training.json"


@dataclass(frozen=True, slots=True)
class SavedModel:
    """A model with its template. `calibration` is a bundle's own, None for a bare model."""

    template: str
    tokenizer: PromptTokenizer
    max_length_tokens: int
    run: Any
    calibration: Any

    def margins(self, rows: Sequence[Mapping[str, Any]]) -> NDArray[float64]:
        """(rows,) margins. Raises RowsError for a row that is none."""
        prompts = []
        for number, row in enumerate(rows, start=1):
            try:
                read = row_from_json({k: v for k, v in row.items() if k != "latent"})
            except RowFormatError as error:
                raise RowsError(f"row {number}", f"column {error.column}") from error
            template = TEMPLATES[self.template]
            prompts.append(template.encode(read, self.tokenizer, self.max_length_tokens).token_ids)
        margins: NDArray[float64] = self.run(prompts)
        return margins


def save_trained(trained: TrainedModel, folder: Path, max_length_tokens: int) -> None:
    """The adapter and the facts beside the base, which already lies in the folder."""
    trained.model.save_pretrained(
        folder / ADAPTER_FOLDER, safe_serialization=True, save_embedding_layers=False
    )
    facts = {"template": TEMPLATE, "max_length_tokens": max_length_tokens}
    (folder / _FACTS).write_text(json.dumps(facts) + "\n", encoding="utf-8")


def open_model(folder: Path) -> SavedModel:
    """A bundle, or what `python -m training train` wrote. Raises ModelFolderError."""
    if (folder / MANIFEST).is_file():
        return _open_bundle(folder)
    try:
        facts = json.loads((folder / _FACTS).read_text(encoding="utf-8"))
        template, length = facts["template"], int(facts["max_length_tokens"])
        tokenizer = PromptTokenizer.from_file(folder / BASE_FOLDER / "tokenizer.json")
        peft_model = load_adapter(folder / BASE_FOLDER, folder / ADAPTER_FOLDER)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelFolderError(str(folder), type(error).__name__) from error
    classifier = peft_model.base_model.model

    def run(prompts: Sequence[Sequence[int]]) -> NDArray[float64]:
        return margins_of(classifier, prompts)

    return SavedModel(template, tokenizer, length, run, None)


def _open_bundle(folder: Path) -> SavedModel:
    try:
        bundle = load_bundle(folder, device="cpu", dtype="float32")
    except BundleError as error:
        raise ModelFolderError(str(folder), str(error)) from error

    def run(prompts: Sequence[Sequence[int]]) -> NDArray[float64]:
        return margins_of_model(bundle.model, prompts)

    manifest = bundle.manifest
    return SavedModel(
        manifest.template, bundle.tokenizer, manifest.max_length_tokens, run, bundle.calibration
    )
