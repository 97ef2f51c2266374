"""Rows -> assessments: the one door to a model for the bot, the command line and the benchmarks."""

import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from domain.audit import SwapAudit
from domain.errors import NothingToScoreError
from domain.score import Assessment, Detail, ModelIdentity, Score
from inference.explanation.plan import ExplanationPlan
from inference.explanation.swaps import DEFAULT_GRID, AuditPlan, SwapGrid
from inference.model.files import find_bundle
from inference.prompts import LaidOutPrompt, PromptRow, PromptTokenizer, Template, TokenIds
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

    def assess(
        self,
        rows: Sequence[PromptRow],
        *,
        explained: bool = True,
        detail: Collection[Detail] = (),
    ) -> list[Assessment]:
        """One answer a row, in order; the same whatever the other rows are (to 1e-4).

        Not `explained` is several times cheaper: `contributions` are then empty. `detail` asks
        an explanation for more. Raises NothingToScoreError for a row without any field,
        ScoringFailedError where the model breaks.
        """
        if not all(row.present_fields() for row in rows):
            raise NothingToScoreError
        if not rows:
            return []
        plans = [self._plan(row, explained, detail) for row in rows]
        answers = self._run([plan.prompts() for plan in plans])
        return list(map(self._read, plans, answers))

    def compare(self, rows: Sequence[PromptRow]) -> list[Score]:
        """The scores alone of a row and its variants, in order; the numbers are `assess`'s (1e-4).

        What they have in common is computed once, so a variant costs less than a row of its own.
        Raises as `assess` does.
        """
        if not all(row.present_fields() for row in rows):
            raise NothingToScoreError
        if not rows:
            return []
        prompts = [self._lay_out(row).prompt.token_ids for row in rows]
        (margins,) = self._run([list(dict.fromkeys(prompts))])
        return [self._calibration.score(margins[ids], self.identity) for ids in prompts]

    def audit(self, row: PromptRow, grid: SwapGrid = DEFAULT_GRID) -> SwapAudit:
        """The scores of one resume over the grid's ages and cities, beside its rewordings.

        Raises as `assess` does; the row's own hiding of age or city is undone by the grid.
        """
        if not row.present_fields():
            raise NothingToScoreError
        plan = AuditPlan.of(row, self._lay_out(row), grid)
        (margins,) = self._run([plan.prompts()])
        return plan.read(lambda ids: self._calibration.score(margins[ids], self.identity))

    def _plan(self, row: PromptRow, explained: bool, detail: Collection[Detail]) -> ExplanationPlan:
        layout = self._lay_out(row)
        if not explained:
            return ExplanationPlan(layout, row.hidden)
        return ExplanationPlan.of(row, layout, detail)

    def _lay_out(self, row: PromptRow) -> LaidOutPrompt:
        once = self._tokenizer.remembering()
        return self._template.lay_out(row, once, self._max_length_tokens)

    def _run(self, plans: Sequence[Sequence[TokenIds]]) -> list[dict[TokenIds, float]]:
        """The margin of every prompt of each plan, of which the first is the whole one."""
        answers = self._model.margins_with_variants(
            [prompts[0] for prompts in plans], [prompts[1:] for prompts in plans]
        )
        return [
            dict(zip(prompts, (answer.whole, *answer.variants), strict=True))
            for prompts, answer in zip(plans, answers, strict=True)
        ]

    def _read(self, plan: ExplanationPlan, margins: Mapping[TokenIds, float]) -> Assessment:
        return Assessment(
            score=self._calibration.score(margins[plan.whole], self.identity),
            explanation=plan.explain(lambda ids: self._calibration.probability(margins[ids])),
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
