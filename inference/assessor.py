"""Rows -> assessments: the one door to a model for the bot, the command line and the benchmarks."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from domain.errors import NothingToScoreError
from domain.score import Assessment, ModelIdentity
from inference.explanation.occlusion import OccludedPrompts, encode_occluded, explain
from inference.model.files import find_bundle
from inference.prompts import PromptRow, PromptTokenizer, Template
from inference.scoring.calibration import Calibration


class VariantMargins(Protocol):
    @property
    def whole(self) -> float: ...

    @property
    def variants(self) -> tuple[float, ...]: ...


class MarginSource(Protocol):
    """What the assessor needs of a model, which cuts any number of prompts into batches."""

    def margins_with_variants(
        self, prompts: Sequence[Sequence[int]], variants: Sequence[Sequence[Sequence[int]]]
    ) -> Sequence[VariantMargins]: ...


class Assessor:
    """Scores and explains. Not for two threads at once; give it one worker."""

    def __init__(
        self,
        *,
        identity: ModelIdentity,
        template: Template,
        tokenizer: PromptTokenizer,
        max_length_tokens: int,
        model: MarginSource,
        calibration: Calibration,
    ) -> None:
        self.identity = identity
        self._template = template
        self._tokenizer = tokenizer
        self._max_length_tokens = max_length_tokens
        self._model = model
        self._calibration = calibration

    def assess(self, rows: Sequence[PromptRow], *, explained: bool = True) -> list[Assessment]:
        """One answer a row, in order; the same whatever the other rows are (to 1e-4).

        Not `explained` is several times cheaper: `contributions` are then empty. Raises
        NothingToScoreError for a row without any field, ScoringFailedError where the model breaks.
        """
        if not all(row.present_fields() for row in rows):
            raise NothingToScoreError
        prompts = [self._encode(row, explained) for row in rows]
        return list(self._assess_prompts(prompts))

    def _encode(self, row: PromptRow, explained: bool) -> OccludedPrompts:
        if explained:
            return encode_occluded(row, self._template, self._tokenizer, self._max_length_tokens)
        whole = self._template.encode(row, self._tokenizer, self._max_length_tokens)
        return OccludedPrompts(whole, {})

    def _assess_prompts(self, prompts: Sequence[OccludedPrompts]) -> Iterator[Assessment]:
        # A field beyond the model's sight changes nothing, and needs no run to show it.
        moved = [
            {field: ids for field, ids in prompt.without.items() if ids != prompt.whole.token_ids}
            for prompt in prompts
        ]
        margins = self._model.margins_with_variants(
            [prompt.whole.token_ids for prompt in prompts],
            [list(variants.values()) for variants in moved],
        )
        for prompt, fields, margin in zip(prompts, moved, margins, strict=True):
            without = dict.fromkeys(prompt.without, margin.whole)
            without |= dict(zip(fields, margin.variants, strict=True))
            yield Assessment(
                score=self._calibration.score(margin.whole, self.identity),
                explanation=explain(margin.whole, without, prompt.whole.seen, self._calibration),
            )


def load_assessor(
    bundle: str | Path,
    *,
    device: str = "auto",
    dtype: str = "auto",
    allow_remote_code: bool = False,
) -> Assessor:
    """Loads a bundle by the name of a shipped one or by its folder; takes seconds.

    Raises a BundleError, as `inference.model.loader.load_bundle` says.
    """
    folder = find_bundle(bundle)
    # Read once, when torch loads its OpenMP. Threads that spin while they wait for one another
    # make each step up to ten times slower as soon as another process wants the same cores.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    # torch takes seconds to import: only where there is a model to load.
    from inference.model.loader import load_bundle

    bundle_in_memory = load_bundle(
        folder, device=device, dtype=dtype, allow_remote_code=allow_remote_code
    )
    return bundle_in_memory.assessor()
