"""A fine-tuned model's folder: `base/` or `adapter/`, the tokenizer, and how it came about."""

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import torch

from inference.model.encoder_margins import EncoderMargins
from training.errors import ModelFolderError
from training.finetune.bases import TOKENIZER_FILE, find_base
from training.finetune.model import open_trained_decoder, open_trained_encoder
from training.finetune.preset import FineTuning
from training.fit.adapter import LABELS
from training.rows.splits import SplitName
from training.simulation.row import CONFIRMED

FACTS: Final = "training.json"
BASE_FOLDER: Final = "base"
ADAPTER_FOLDER: Final = "adapter"


@dataclass(frozen=True, slots=True)
class TrainingFacts:
    """`key` changes with the plan, the rows, their split and the seed; `rows` with the rows."""

    key: str
    rows: str
    plan: FineTuning
    split: SplitName
    seed: int
    validation_roc_auc: float
    final_loss: float
    steps: int
    seconds: float
    processes: int

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"plan": self.plan.as_json()}


def save_fine_tuned(model: Any, base: Path, out: Path, facts: TrainingFacts) -> None:
    """The facts come last: a folder without them is no model."""
    if facts.plan.lora is None:
        model.save_pretrained(out / BASE_FOLDER)
    else:
        model.save_pretrained(out / ADAPTER_FOLDER, save_embedding_layers=False)
        (out / ADAPTER_FOLDER / "README.md").unlink(missing_ok=True)
    shutil.copyfile(base / TOKENIZER_FILE, out / TOKENIZER_FILE)
    # Python of a base that brings its own.
    for code in base.glob("*.py") if facts.plan.lora is None else ():
        shutil.copyfile(code, out / BASE_FOLDER / code.name)
    text = json.dumps(facts.as_json(), ensure_ascii=False, indent=1)
    (out / FACTS).write_text(text + "\n", encoding="utf-8")


def read_facts(folder: Path) -> TrainingFacts | None:
    """None where no fine-tuned model lies there. Raises ModelFolderError for damaged facts."""
    try:
        told = json.loads((folder / FACTS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise ModelFolderError(str(folder), FACTS) from error
    if not isinstance(told, dict) or "plan" not in told:
        return None
    try:
        return TrainingFacts(**told | {"plan": FineTuning.from_json(told["plan"])})
    except TypeError as error:
        raise ModelFolderError(str(folder), FACTS) from error


def open_fine_tuned(folder: Path, facts: TrainingFacts, *, allow_code: bool) -> EncoderMargins:
    """Gives margins by plain padded batches, on a GPU where there is one.

    Raises BaseUnavailableError or BaseUnfitError.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    plan = facts.plan
    if plan.lora is None:
        model = open_trained_encoder(folder / BASE_FOLDER, plan, device, allow_code=allow_code)
    else:
        base = find_base(plan.base, plan.revision)
        model = open_trained_decoder(base, folder / ADAPTER_FOLDER, plan, device)
    return EncoderMargins(model, LABELS.index(CONFIRMED))
