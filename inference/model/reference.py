"""Margins of a bundle's own reference rows, for a calibration from published figures.

They are the model's, so they are measured when it is first loaded and kept beside the manifest;
where that folder can't be written to, they are measured at each start.
"""

import json
import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from domain.errors import BundleMismatchError
from inference.model.files import REFERENCE_CACHE
from inference.prompts import PromptRow, PromptTokenizer, RowFormatError, Template, row_from_json
from inference.scoring.calibration import Calibration
from inference.scoring.published import PublishedFigures

_FEWEST_ROWS: Final = 2
_log = logging.getLogger(__name__)


class MarginReader(Protocol):
    def margins(self, prompts: Sequence[Sequence[int]]) -> list[float]: ...


class _Cache(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    revision: str
    weights: str
    margins: tuple[float, ...] = Field(min_length=_FEWEST_ROWS)


def calibrate_on_reference(
    figures: PublishedFigures,
    folder: Path,
    *,
    bundle: str,
    revision: str,
    weights: str,
    template: Template,
    tokenizer: PromptTokenizer,
    max_length_tokens: int,
    model: MarginReader,
) -> Calibration:
    """Raises BundleMismatchError for unfit rows, ScoringFailedError where the model breaks."""
    cache = folder / REFERENCE_CACHE
    margins = _cached(cache, revision, weights)
    if margins is None:
        rows = _read_rows(folder / figures.reference, bundle)
        _log.info("measuring %d reference rows of %s", len(rows), bundle)
        prompts = [template.encode(row, tokenizer, max_length_tokens).token_ids for row in rows]
        margins = model.margins(prompts)
        _keep(cache, _Cache(revision=revision, weights=weights, margins=tuple(margins)))
    return figures.calibration(margins)


def _read_rows(path: Path, bundle: str) -> list[PromptRow]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [row_from_json(json.loads(line)) for line in lines if line.strip()]
    except (OSError, ValueError, AttributeError, RowFormatError) as error:
        raise BundleMismatchError(
            bundle, path.name, "rows as JSON lines", type(error).__name__
        ) from error
    if len(rows) < _FEWEST_ROWS:
        raise BundleMismatchError(bundle, path.name, f"{_FEWEST_ROWS} rows", str(len(rows)))
    return rows


def _cached(path: Path, revision: str, weights: str) -> Sequence[float] | None:
    try:
        cache = _Cache.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
    return cache.margins if (cache.revision, cache.weights) == (revision, weights) else None


def _keep(path: Path, cache: _Cache) -> None:
    new = path.with_name(f"{path.name}.new")
    try:
        new.write_text(cache.model_dump_json() + "\n", encoding="utf-8")
        os.replace(new, path)
    except OSError as error:
        _log.warning("reference margins are not kept: %s", error.strerror)
