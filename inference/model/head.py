"""The classification head on the last token's hidden state."""

from typing import Final

from torch import nn

from inference.model.manifest import HeadType

_DROPOUT: Final = 0.1

HEAD_SHAPES: Final[dict[HeadType, tuple[str, ...]]] = {
    "linear": ("weight",),
    "two-layer": ("1.weight", "1.bias", "4.weight", "4.bias"),
}
"""Names of each head's weights under `score.`: how an adapter tells which head it has."""


def build_head(head: HeadType, hidden_size: int, label_count: int) -> nn.Module:
    """(..., hidden_size) -> (..., label_count).

    "linear" is the plain head of transformers. "two-layer" is the one of the published adapter:
    dropout, hidden -> hidden // 2, dropout, GELU, -> labels; the places in the Sequential name
    the weights, so they must stay.
    """
    if head == "linear":
        return nn.Linear(hidden_size, label_count, bias=False)
    return nn.Sequential(
        nn.Dropout(_DROPOUT),
        nn.Linear(hidden_size, hidden_size // 2),
        nn.Dropout(_DROPOUT),
        nn.GELU(),
        nn.Linear(hidden_size // 2, label_count),
    )
