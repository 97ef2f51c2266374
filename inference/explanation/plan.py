"""Everything that an explanation asks the model, and what it says once the answers are there."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from domain.fields import FieldName
from domain.score import Detail, Explanation, ItemContribution, ShapleyValues
from inference.explanation.neutral import reworded_prompts
from inference.explanation.occlusion import OccludedItems, item_contributions, occlude_items
from inference.explanation.shapley import coalitions, shapley_values
from inference.prompts import LaidOutPrompt, PromptRow, TokenIds


@dataclass(frozen=True, slots=True)
class ExplanationPlan:
    """The prompts to run for one row. Without any it is a score alone, with what was seen."""

    layout: LaidOutPrompt
    hidden: tuple[FieldName, ...] = ()
    without: Mapping[FieldName, TokenIds] = field(default_factory=dict)
    reworded: Sequence[TokenIds] = ()
    jobs: Sequence[OccludedItems] | None = None
    skills: Sequence[OccludedItems] | None = None
    coalitions: Mapping[frozenset[FieldName], TokenIds] | None = None
    """By the set of fields that are masked."""

    @classmethod
    def of(cls, row: PromptRow, layout: LaidOutPrompt, detail: Collection[Detail]) -> Self:
        fields = row.present_fields()
        return cls(
            layout=layout,
            hidden=row.hidden,
            without={name: layout.without([name]) for name in fields},
            reworded=reworded_prompts(row, layout),
            jobs=occlude_items(layout, "work_experience") if "jobs" in detail else None,
            skills=occlude_items(layout, "key_skills") if "skills" in detail else None,
            coalitions=(
                {masked: layout.without(masked) for masked in coalitions(fields)}
                if "shapley" in detail
                else None
            ),
        )

    @property
    def whole(self) -> TokenIds:
        return self.layout.prompt.token_ids

    def prompts(self) -> list[TokenIds]:
        """The whole one first, then its variants; none twice."""
        items = (entry.without for entry in (*(self.jobs or ()), *(self.skills or ())))
        masked = (self.coalitions or {}).values()
        every = (self.whole, *self.without.values(), *self.reworded, *items, *masked)
        return list(dict.fromkeys(every))

    def explain(self, probability_of: Callable[[TokenIds], float]) -> Explanation:
        """`probability_of` gives the calibrated probability of each of `prompts`."""
        whole = probability_of(self.whole)
        contributions = {name: whole - probability_of(ids) for name, ids in self.without.items()}
        return Explanation(
            contributions=contributions,
            seen=dict(self.layout.prompt.seen),
            noise=max((abs(probability_of(ids) - whole) for ids in self.reworded), default=None),
            hidden=self.hidden,
            jobs=_read(self.jobs, whole, probability_of),
            skills=_read(self.skills, whole, probability_of),
            shapley=self._shapley(probability_of),
        )

    def _shapley(self, probability_of: Callable[[TokenIds], float]) -> ShapleyValues | None:
        masked = self.coalitions
        if masked is None:
            return None
        fields = tuple(self.without)
        everything = frozenset(fields)
        values = shapley_values(fields, lambda shown: probability_of(masked[everything - shown]))
        return ShapleyValues(values=values, empty_probability=probability_of(masked[everything]))


def _read(
    entries: Sequence[OccludedItems] | None,
    whole: float,
    probability_of: Callable[[TokenIds], float],
) -> tuple[ItemContribution, ...] | None:
    return None if entries is None else item_contributions(entries, whole, probability_of)
