"""Rows -> tokenizer, base, adapter: the whole of a model's training."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tokenizers import Tokenizer
from transformers.utils import logging

from inference.prompts import PromptTokenizer
from training.corpus.texts import corpus_texts
from training.fit.adapter import train_adapter
from training.fit.base import TOKENIZER_FILE, train_base
from training.fit.examples import ExampleMaker
from training.fit.loop import Report
from training.fit.preset import Preset
from training.fit.tokenizer import train_tokenizer

TEMPLATE: Final = "budget-1"
BASE_FOLDER: Final = "base"
ADAPTER_FOLDER: Final = "adapter"
_TEXT_COLUMNS: Final = ("position", "key_skills", "salary", "city", "work_experience")


@dataclass(frozen=True, slots=True)
class TrainedModel:
    """`model` is the PEFT model in memory; `base` the folder with config, weights, tokenizer."""

    model: Any
    base: Path
    maker: ExampleMaker


def train_model(
    preset: Preset,
    base_rows: Sequence[Mapping[str, Any]],
    adapter_rows: Sequence[Mapping[str, Any]],
    work: Path,
    *,
    corpus: Path | None,
    seed: int,
    report: Report,
) -> TrainedModel:
    """Deterministic from its arguments. `work` keeps checkpoints: a killed run goes on."""
    logging.disable_progress_bar()
    key = plan_key(preset.base_part(), base_rows, seed)
    base = work / BASE_FOLDER
    finished = work / "base.finished"
    path = base / TOKENIZER_FILE
    is_finished = finished.is_file() and finished.read_text() == key
    if not is_finished:
        report("tokenizer: training")
        train_tokenizer(_texts(base_rows, corpus), preset.vocabulary, path)
    backend = Tokenizer.from_file(str(path))
    maker = ExampleMaker(TEMPLATE, PromptTokenizer(backend), preset.max_length_tokens, seed)
    if not is_finished:
        report("base: encoding rows")
        units = maker.units(base_rows)
        documents = [e.ids for e in backend.encode_batch(_texts(base_rows, corpus))]
        train_base(
            preset, backend.get_vocab(), documents, units, base,
            key=key, seed=seed, report=report,
        )  # fmt: skip
        finished.write_text(key)
    report("adapter: encoding rows")
    units = maker.units(adapter_rows)
    key = plan_key({"base": key, **preset.adapter_part()}, adapter_rows, seed)
    model = train_adapter(preset, base, units, key=key, seed=seed, report=report)
    return TrainedModel(model, base, maker)


def plan_key(part: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], seed: int) -> str:
    """Changes with anything that a stage depends on."""
    digest = hashlib.sha256(json.dumps([part, seed], sort_keys=True).encode())
    for row in rows:
        digest.update(json.dumps(row, sort_keys=True, ensure_ascii=False).encode())
    return digest.hexdigest()[:16]


def _texts(rows: Sequence[Mapping[str, Any]], corpus: Path | None) -> list[str]:
    told = ["\n".join(str(row.get(name) or "") for name in _TEXT_COLUMNS) for row in rows]
    return [*told, *corpus_texts(corpus)]
