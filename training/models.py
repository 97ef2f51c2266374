"""Any trained model, opened to give margins: a bundle, compact's parts, a fine-tuning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from numpy import float64
from numpy.typing import NDArray

from domain.errors import BundleError
from inference.model.loader import load_bundle
from inference.model.manifest import MANIFEST
from inference.prompts import PromptTokenizer
from inference.scoring.calibration import Calibration
from training.errors import ModelFolderError
from training.finetune.examples import encode_prompts, open_tokenizer
from training.finetune.saved import open_fine_tuned, read_facts
from training.fit.margins import margins_of_model
from training.fit.saved import open_parts
from training.rows.splits import SplitName


@dataclass(frozen=True, slots=True)
class OpenedModel:
    """A model with its template. `calibration` is a bundle's own, None for a bare model.

    `split` and `rows` tell which side of which rows it was trained on; None where it was on none.
    """

    name: str
    template: str
    tokenizer: PromptTokenizer
    max_length_tokens: int
    run: Any
    calibration: Calibration | None = None
    split: SplitName | None = None
    rows: str | None = None
    facts: Mapping[str, Any] | None = None

    def margins(self, rows: Sequence[Mapping[str, Any]]) -> NDArray[float64]:
        """(rows,) margins. Raises RowsError for a row that is none."""
        prompts = encode_prompts(rows, self.tokenizer, self.template, self.max_length_tokens)
        margins: NDArray[float64] = self.run(prompts)
        return margins


def open_model(folder: Path, *, allow_code: bool = False) -> OpenedModel:
    """A bundle, or what `python -m training train` wrote.

    Raises ModelFolderError, BaseUnavailableError, BaseUnfitError or RemoteCodeNeededError.
    """
    if (folder / MANIFEST).is_file():
        return _open_bundle(folder, allow_code=allow_code)
    if (facts := read_facts(folder)) is not None:
        model = open_fine_tuned(folder, facts, allow_code=allow_code)
        return OpenedModel(
            name=facts.plan.name,
            template=facts.plan.template,
            tokenizer=open_tokenizer(folder),
            max_length_tokens=facts.plan.max_length_tokens,
            run=lambda prompts: margins_of_model(model, prompts),
            split=facts.split,
            rows=facts.rows,
            facts=facts.as_json(),
        )
    parts = open_parts(folder)
    return OpenedModel(
        name=folder.name,
        template=parts.template,
        tokenizer=parts.tokenizer,
        max_length_tokens=parts.max_length_tokens,
        run=parts.run,
        split=parts.split,
        rows=parts.rows,
    )


def _open_bundle(folder: Path, *, allow_code: bool) -> OpenedModel:
    try:
        bundle = load_bundle(folder, device="auto", dtype="auto", allow_remote_code=allow_code)
    except BundleError as error:
        raise ModelFolderError(str(folder), str(error)) from error
    manifest = bundle.manifest
    return OpenedModel(
        name=manifest.name,
        template=manifest.template,
        tokenizer=bundle.tokenizer,
        max_length_tokens=manifest.max_length_tokens,
        run=lambda prompts: margins_of_model(bundle.model, prompts),
        calibration=bundle.calibration,
    )
