"""The three models of the seed, and the four ideas of its authors, each of which can be left out.

What the seed tells: bases, lengths, epochs, the LoRA, focal loss with gamma 2, the head, the ratio
of the two rates, cosine with 5 % of warm-up, 2 rows times 4 of accumulation. The rates themselves
it does not tell: those here are ours.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final

from inference.model.manifest import HeadType, WeightType

IDEAS: Final = ("focal-loss", "custom-head", "two-rates", "cosine")
_HEAD_TO_BACKBONE: Final = 10


@dataclass(frozen=True, slots=True)
class Lora:
    """Low-rank updates (Hu et al. 2021) of all seven projections."""

    rank: int
    alpha: int
    dropout: float


@dataclass(frozen=True, slots=True)
class FineTuning:
    """How one model is trained. `lora` None trains all weights.

    `rate` is AdamW's for the part that learns most of the task: an encoder's whole body, or the
    head above a LoRA. `without` names ideas of `IDEAS` that are switched off: cross-entropy instead
    of focal loss with class weights, the linear head, one rate for all, a constant rate.
    """

    name: str
    base: str
    max_length_tokens: int
    epochs: int
    rate: float
    lora: Lora | None = None
    weights: WeightType = "float32"
    gradient_checkpointing: bool = False
    revision: str | None = None
    template: str = "fic-2024"
    rows_per_step: int = 8
    without: frozenset[str] = field(default=frozenset())

    @property
    def head(self) -> HeadType:
        return "linear" if "custom-head" in self.without else "two-layer"

    @property
    def rates(self) -> tuple[float, float]:
        """(backbone, head): a LoRA's is alpha / rank of the head's, a body's a tenth."""
        if "two-rates" in self.without:
            return self.rate, self.rate
        if self.lora:
            return self.lora.alpha / self.lora.rank * self.rate, self.rate
        return self.rate, _HEAD_TO_BACKBONE * self.rate

    def leaving_out(self, ideas: Iterable[str]) -> "FineTuning":
        return replace(self, without=self.without | set(ideas))

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"without": sorted(self.without)}

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> "FineTuning":
        """What `as_json` gave. Raises TypeError for anything else."""
        lora = Lora(**told["lora"]) if told.get("lora") else None
        return cls(**{**told, "lora": lora, "without": frozenset(told.get("without", ()))})


FINE_TUNINGS: Final = {
    preset.name: preset
    for preset in (
        FineTuning(
            name="rubert-tiny2",
            base="cointegrated/rubert-tiny2",
            max_length_tokens=512,
            epochs=5,
            rate=5e-5,
        ),
        FineTuning(
            name="ruropebert",
            base="Tochka-AI/ruRoPEBert-e5-base-2k",
            max_length_tokens=2048,
            epochs=5,
            rate=2e-5,
            gradient_checkpointing=True,
        ),
        FineTuning(
            name="gemma-2-9b",
            base="unsloth/gemma-2-9b-it-bnb-4bit",
            max_length_tokens=1024,
            epochs=1,
            rate=4e-4,
            lora=Lora(rank=64, alpha=16, dropout=0.05),
            weights="nf4",
            gradient_checkpointing=True,
        ),
    )
}
