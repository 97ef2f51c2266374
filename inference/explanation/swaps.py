"""The swap grid: one resume with other ages and cities, as an audit of the model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from domain.audit import SwapAudit, SwapCell
from domain.score import Score
from inference.explanation.neutral import reworded_prompts
from inference.prompts import MISSING, LaidOutPrompt, PromptRow, TokenIds


@dataclass(frozen=True, slots=True)
class SwapGrid:
    """Which ages and cities to try; None hides the city."""

    ages: tuple[int, ...] = (25, 35, 50)
    cities: tuple[str | None, ...] = ("Москва", "Омск", None)


DEFAULT_GRID: Final = SwapGrid()


@dataclass(frozen=True, slots=True)
class AuditPlan:
    """The prompts of the grid's cells and of the rewordings, beside the whole one."""

    whole: TokenIds
    cells: Mapping[tuple[int, str | None], TokenIds]
    reworded: Sequence[TokenIds]

    @classmethod
    def of(cls, row: PromptRow, layout: LaidOutPrompt, grid: SwapGrid) -> Self:
        """Every rewording is tried here: an audit may cost more than an explanation."""
        cells = {
            (age, city): layout.with_texts({"age": str(age), "city": city or MISSING})
            for age in grid.ages
            for city in grid.cities
        }
        return cls(layout.prompt.token_ids, cells, reworded_prompts(row, layout, is_thrifty=False))

    def prompts(self) -> list[TokenIds]:
        """The whole one first, then its variants; none twice."""
        return list(dict.fromkeys((self.whole, *self.cells.values(), *self.reworded)))

    def read(self, score_of: Callable[[TokenIds], Score]) -> SwapAudit:
        return SwapAudit(
            as_is=score_of(self.whole),
            cells=tuple(
                SwapCell(age=age, city=city, score=score_of(ids))
                for (age, city), ids in self.cells.items()
            ),
            reworded=tuple(score_of(ids).score for ids in self.reworded),
        )
