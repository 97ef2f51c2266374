"""Rows -> token ids with targets; what a row hides is drawn once, from the seed."""

import math
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from domain.fields import FieldName
from inference.prompts import TEMPLATES, PromptRow, PromptTokenizer, row_from_json
from training.corpus.families import FAMILIES
from training.simulation.row import CONFIRMED, draw_city
from training.simulation.salary import any_salary
from training.simulation.twins import CHANGED_FIELDS

TARGET_NAMES: Final = (
    "relevant_years",
    "total_years",
    "depth",
    "skills",
    "claimed_level",
    "confirmation",
)
"""What the base is taught to see. Years as log2(1 + years), confirmation as a logit."""

_TARGET_SCALES: Final = ((2.0, 1.2), (2.4, 1.2), (1.3, 1.0), (0.65, 0.25), (1.3, 1.0), (-5.0, 2.5))
CONFIRMATION: Final = TARGET_NAMES.index("confirmation")
LOGITS_A_CONFIRMATION: Final = _TARGET_SCALES[CONFIRMATION][1]
_UNKNOWN: Final = math.nan
_HIDDEN_SHARES: Final[dict[FieldName, float]] = {
    "client_name": 0.5,
    "salary": 0.25,
    "age": 0.2,
    "city": 0.2,
    "key_skills": 0.08,
    "position": 0.06,
    "work_experience": 0.04,
}
_TOTAL_HIDDEN: Final = 0.2
_ANY_SALARY: Final = 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """One row for the model. `confirmed` is the label, or the probability it was drawn from."""

    token_ids: tuple[int, ...]
    confirmed: float
    targets: tuple[float, ...]
    family: int
    relation: str | None
    weight: float


class ExampleMaker:
    """Encodes rows by one template, hiding and redrawing what must not matter."""

    def __init__(
        self, template: str, tokenizer: PromptTokenizer, max_length_tokens: int, seed: int
    ) -> None:
        self._template = TEMPLATES[template]
        self._tokenizer = tokenizer
        self._max_length_tokens = max_length_tokens
        self._seed = seed

    def encode(self, row: PromptRow) -> tuple[int, ...]:
        return self._template.encode(row, self._tokenizer, self._max_length_tokens).token_ids

    def units(self, rows: Iterable[Mapping[str, Any]]) -> list[tuple[Example, ...]]:
        """Rows that belong together: a twin with the row before it, else one row alone."""
        units: list[tuple[Example, ...]] = []
        previous: Mapping[str, Any] = {}
        for index, row in enumerate(rows):
            if row.get("relation") and row.get("pair") == previous.get("pair"):
                units[-1] = self._pair(previous, row, index - 1)
            else:
                units.append((self._example(row, index),))
            previous = row
        return units

    def _pair(
        self, row: Mapping[str, Any], twin: Mapping[str, Any], index: int
    ) -> tuple[Example, ...]:
        """Both hide and redraw the same, so that only the change differs, and can be seen."""
        changed = CHANGED_FIELDS.get(twin.get("change", ""))
        return self._example(row, index, changed), self._example(twin, index, changed)

    def _example(
        self, row: Mapping[str, Any], index: int, changed: FieldName | None = None
    ) -> Example:
        rng = random.Random(f"{self._seed}-hide-{index}")
        shown = row_from_json(row)
        latent = row.get("latent") or {}
        if not latent.get("from_ad"):
            shown = _hide(rng, shown, changed)
        shown = _redraw(rng, shown, changed, with_salary=bool(latent))
        confirmed = latent.get("probability", float(row["grade_proof"] == CONFIRMED))
        return Example(
            token_ids=self.encode(shown),
            confirmed=confirmed,
            targets=_targets(latent, confirmed),
            family=FAMILIES.index(latent["family"]) if "family" in latent else -1,
            relation=row.get("relation"),
            weight=0.5 if latent.get("from_ad") else 1.0,
        )


def _hide(rng: random.Random, row: PromptRow, changed: FieldName | None) -> PromptRow:
    hidden = [name for name, share in _HIDDEN_SHARES.items() if rng.random() < share]
    if rng.random() < _TOTAL_HIDDEN:
        row = replace(row, total_experience=None)
    return row.without([name for name in hidden if name != changed])


def _redraw(
    rng: random.Random, row: PromptRow, changed: FieldName | None, *, with_salary: bool
) -> PromptRow:
    """Age and city say nothing of expertise: the model learns so by their being anything.

    So does a made-up person's wish for a salary, half of the time: it follows the claim.
    """
    age, other_city, city = rng.randint(19, 65), rng.random() < 0.6, draw_city(rng)
    other_salary, salary = with_salary and rng.random() < _ANY_SALARY, any_salary(rng)
    drawn: dict[FieldName, str] = {"age": str(age)}
    if other_city:
        drawn["city"] = city
    if other_salary:
        drawn["salary"] = salary
    texts: dict[str, Any] = {
        name: text for name, text in drawn.items() if name != changed and row.is_present(name)
    }
    return replace(row, **texts)


def _targets(latent: Mapping[str, Any], confirmed: float) -> tuple[float, ...]:
    bounded = min(0.9999, max(0.0001, confirmed))
    known: dict[str, float] = {"confirmation": math.log(bounded / (1 - bounded))}
    for name in ("depth", "skills", "claimed_level"):
        known[name] = latent.get(name, _UNKNOWN)
    for name in ("relevant_years", "total_years"):
        known[name] = math.log2(1 + latent[name]) if name in latent else _UNKNOWN
    return tuple(
        (known[name] - mean) / scale
        for name, (mean, scale) in zip(TARGET_NAMES, _TARGET_SCALES, strict=True)
    )
