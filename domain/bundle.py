"""A model bundle as an admin sees it before and after it is loaded."""

from pydantic import BaseModel, ConfigDict


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
