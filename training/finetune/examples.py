"""Rows -> token ids with labels."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from inference.prompts import TEMPLATES, PromptRow, PromptTokenizer, RowFormatError, row_from_json
from training.errors import BaseUnfitError, RowsError
from training.finetune.bases import TOKENIZER_FILE
from training.finetune.batches import Row
from training.finetune.preset import FineTuning
from training.rows.labels import labels_of


def open_tokenizer(folder: Path) -> PromptTokenizer:
    """Raises BaseUnfitError."""
    try:
        return PromptTokenizer.from_file(folder / TOKENIZER_FILE)
    except Exception as error:
        raise BaseUnfitError(str(folder), TOKENIZER_FILE, "a fast tokenizer", str(error)) from error


def encode_rows(
    rows: Sequence[Mapping[str, Any]], tokenizer: PromptTokenizer, plan: FineTuning
) -> list[Row]:
    """`input_ids` by the plan's template, `labels` 1 for a confirmed grade. Raises RowsError."""
    prompts = encode_prompts(rows, tokenizer, plan.template, plan.max_length_tokens)
    labels = labels_of(rows)
    return [
        {"input_ids": ids, "labels": int(label)} for ids, label in zip(prompts, labels, strict=True)
    ]


def encode_prompts(
    rows: Sequence[Mapping[str, Any]], tokenizer: PromptTokenizer, template: str, length: int
) -> list[tuple[int, ...]]:
    """Raises RowsError for a row that is none, BaseUnfitError where the template has no room."""
    try:
        TEMPLATES[template].encode(PromptRow(), tokenizer, length)
    except ValueError as error:
        raise BaseUnfitError(template, "max_length", str(error), str(length)) from error
    prompts = []
    for number, row in enumerate(rows, start=1):
        try:
            read = row_from_json({k: v for k, v in row.items() if k != "latent"})
        except RowFormatError as error:
            raise RowsError(f"row {number}", f"column {error.column}") from error
        prompts.append(TEMPLATES[template].encode(read, tokenizer, length).token_ids)
    return prompts
