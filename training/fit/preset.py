"""Sizes of a run. The published models' presets will stand beside these."""

from dataclasses import asdict, dataclass
from typing import Any, Final

_NOT_OF_THE_BASE: Final = frozenset(
    {
        "base_people",
        "adapter_people",
        "held_out_people",
        "probe_people",
        "twins_per_case",
        "adapter_twins_per_case",
        "ads_per_case",
        "adapter_ads_per_case",
        "lora_rank",
        "lora_alpha",
        "lora_dropout",
        "head_rate",
    }
)


@dataclass(frozen=True, slots=True)
class Preset:
    """A model's shape and how long it is trained.

    People are simulated persons; each gives about two rows and, for `twins_per_case` of the rows,
    a changed twin; ads stand beside them as one-job resumes. Rates are AdamW's.
    """

    name: str
    vocabulary: int
    hidden_size: int
    layers: int
    heads: int
    key_value_heads: int
    head_width: int
    intermediate_size: int
    max_length_tokens: int
    lora_rank: int
    lora_alpha: int
    lora_dropout: float
    base_people: int
    adapter_people: int
    held_out_people: int
    base_rate: float
    head_rate: float
    batch_tokens: int
    probe_people: int
    twins_per_case: float = 0.6
    adapter_twins_per_case: float = 1.0
    ads_per_case: float = 1.3
    adapter_ads_per_case: float = 0.35

    def base_part(self) -> dict[str, Any]:
        """What the base depends on, its rows and the seed apart."""
        return {k: v for k, v in asdict(self).items() if k not in _NOT_OF_THE_BASE}

    def adapter_part(self) -> dict[str, Any]:
        """What the adapter depends on beyond its base."""
        names = ("lora_rank", "lora_alpha", "lora_dropout", "head_rate")
        return {k: v for k, v in asdict(self).items() if k in names}

    @property
    def backbone_rate(self) -> float:
        """The adapter's own rate: alpha / rank of the head's, as the seed's authors found."""
        return self.head_rate * self.lora_alpha / self.lora_rank


PRESETS: Final = {
    preset.name: preset
    for preset in (
        Preset(
            name="compact",
            vocabulary=12288,
            hidden_size=192,
            layers=4,
            heads=3,
            key_value_heads=1,
            head_width=64,
            intermediate_size=512,
            max_length_tokens=512,
            lora_rank=16,
            lora_alpha=16,
            lora_dropout=0.05,
            base_people=2900,
            adapter_people=850,
            held_out_people=900,
            base_rate=1.5e-3,
            head_rate=1e-3,
            batch_tokens=4096,
            probe_people=150,
        ),
        Preset(
            name="tiny",
            vocabulary=700,
            hidden_size=32,
            layers=2,
            heads=2,
            key_value_heads=1,
            head_width=16,
            intermediate_size=48,
            max_length_tokens=128,
            lora_rank=4,
            lora_alpha=4,
            lora_dropout=0.0,
            base_people=60,
            adapter_people=40,
            held_out_people=120,
            base_rate=3e-3,
            head_rate=2e-3,
            batch_tokens=2048,
            probe_people=20,
        ),
    )
}
