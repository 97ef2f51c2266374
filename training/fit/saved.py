"""Compact's parts on disk, before they become a bundle."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from numpy import float64
from numpy.typing import NDArray

from inference.prompts import PromptTokenizer
from training.errors import ModelFolderError
from training.fit.adapter import load_adapter
from training.fit.margins import margins_of
from training.fit.train import ADAPTER_FOLDER, BASE_FOLDER, TEMPLATE, TrainedModel
from training.rows.files import rows_digest
from training.rows.splits import SPLIT_NAMES, SplitName

_FACTS: Final = "training.json"


@dataclass(frozen=True, slots=True)
class SavedParts:
    """`run` takes prompts; `split` and `rows` are as `save_trained` was told them."""

    template: str
    tokenizer: PromptTokenizer
    max_length_tokens: int
    run: Any
    split: SplitName | None
    rows: str | None


def save_trained(
    trained: TrainedModel,
    folder: Path,
    max_length_tokens: int,
    split: SplitName | None,
    rows: Sequence[Mapping[str, Any]],
) -> None:
    """The adapter and the facts beside the base, which already lies in the folder.

    `rows` are all rows, of which it was trained on the training side of `split`, or on every one.
    """
    trained.model.save_pretrained(
        folder / ADAPTER_FOLDER, safe_serialization=True, save_embedding_layers=False
    )
    facts = {
        "template": TEMPLATE,
        "max_length_tokens": max_length_tokens,
        "split": split,
        "rows": rows_digest(rows),
    }
    (folder / _FACTS).write_text(json.dumps(facts) + "\n", encoding="utf-8")


def open_parts(folder: Path) -> SavedParts:
    """Raises ModelFolderError."""
    facts = read_parts_facts(folder)
    try:
        template, length = facts["template"], facts["max_length_tokens"]
        tokenizer = PromptTokenizer.from_file(folder / BASE_FOLDER / "tokenizer.json")
        peft_model = load_adapter(folder / BASE_FOLDER, folder / ADAPTER_FOLDER)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelFolderError(str(folder), type(error).__name__) from error
    classifier = peft_model.base_model.model

    def run(prompts: Sequence[Sequence[int]]) -> NDArray[float64]:
        return margins_of(classifier, prompts)

    split = next((name for name in SPLIT_NAMES if name == facts.get("split")), None)
    return SavedParts(template, tokenizer, length, run, split, facts.get("rows"))


def read_parts_facts(folder: Path) -> dict[str, Any]:
    """What `save_trained` told: template, length, split, rows. Raises ModelFolderError."""
    try:
        facts = json.loads((folder / _FACTS).read_text(encoding="utf-8"))
        lengths = {"max_length_tokens": int(facts["max_length_tokens"])}
        return {**facts, "template": str(facts["template"]), **lengths}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelFolderError(str(folder), type(error).__name__) from error
