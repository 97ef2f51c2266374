"""A model bundle as an admin sees it before and after it is loaded."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class VerdictComparison(BaseModel):
    """How a bundle that learned from verdicts did on the newest ones, beside what it began as.

    `difference` is of ROC-AUC, with 95 % of bootstrap samples between `low` and `high`.
    """

    model_config = ConfigDict(frozen=True)

    began_as: str
    began_as_revision: str
    verdicts: int
    difference: float
    low: float
    high: float
    finding: Literal["better", "worse", "no difference shown"]


class BundleSummary(BaseModel):
    """`place` is what loads it: the name of a shipped one, else its folder.

    `missing` names weights that were not fetched, None where all is there; `roc_auc` is what its
    manifest claims, on data that its card tells.
    """

    model_config = ConfigDict(frozen=True)

    place: str
    name: str
    revision: str
    architecture: str
    template: str
    max_length_tokens: int
    weights: str
    licence: str
    is_demo: bool
    size_bytes: int
    roc_auc: float | None
    missing: str | None
    comparison: VerdictComparison | None = None

    @property
    def is_shown_worse(self) -> bool:
        """The newest verdicts spoke against it, so no admin may switch to it."""
        return self.comparison is not None and self.comparison.finding == "worse"
