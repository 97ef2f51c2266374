"""A Gemma-2 base of full weights, straight from its safetensors.

What `PackedDecoder` runs needs the weights and a few numbers, not transformers' model code, whose
import alone takes longer than everything else until the first score. The parts bear transformers'
names, because the decoder, the adapter and the files know them by these. Whatever is not plainly
known here (another architecture, another rotary embedding, a packed base, an unknown setting) is
left to `inference.model.classifier`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Literal, Self

import torch
from pydantic import (
    BaseModel,
    ConfigDict,
    PositiveFloat,
    PositiveInt,
    ValidationError,
    model_validator,
)
from safetensors import safe_open
from torch import Tensor, nn

from inference.model.head import build_head
from inference.model.manifest import HeadType

LayerType = Literal["sliding_attention", "full_attention"]

_PREFIX: Final = "model."
# Of training, of generating text, of the language model's own head, or of who wrote the file.
_WITHOUT_EFFECT: Final = frozenset(
    (
        *("_name_or_path", "architectures", "transformers_version", "unsloth_fixed"),
        *("dtype", "torch_dtype", "initializer_range", "attention_dropout", "hidden_act"),
        *("bos_token_id", "eos_token_id", "pad_token_id", "use_cache", "cache_implementation"),
        *("final_logit_softcapping", "tie_word_embeddings", "max_position_embeddings"),
    )
)


class _RotaryParameters(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    rope_type: Literal["default"] = "default"
    rope_theta: PositiveFloat


class GemmaShape(BaseModel):
    """The settings of a Gemma-2 config.json that change its numbers; any other is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model_type: Literal["gemma2"]
    vocab_size: PositiveInt
    hidden_size: PositiveInt
    intermediate_size: PositiveInt
    num_hidden_layers: PositiveInt
    num_attention_heads: PositiveInt
    num_key_value_heads: PositiveInt
    head_dim: PositiveInt
    hidden_activation: Literal["gelu_pytorch_tanh"]
    rms_norm_eps: PositiveFloat
    rope_parameters: _RotaryParameters
    query_pre_attn_scalar: PositiveFloat
    sliding_window: PositiveInt
    layer_types: tuple[LayerType, ...]
    attn_logit_softcapping: PositiveFloat | None
    attention_bias: Literal[False]
    use_bidirectional_attention: Literal[False] | None = None

    @model_validator(mode="before")
    @classmethod
    def _in_the_newer_form(cls, config: Any) -> Any:
        """Configs before transformers 5 name no kinds of layers and keep the rotary base apart."""
        told = {name: value for name, value in config.items() if name not in _WITHOUT_EFFECT}
        if "rope_theta" in told:
            told.setdefault("rope_parameters", {"rope_theta": told.pop("rope_theta")})
        if told.get("layer_types") is None and isinstance(told.get("num_hidden_layers"), int):
            kinds = ("sliding_attention", "full_attention")
            told["layer_types"] = [kinds[n % 2] for n in range(told["num_hidden_layers"])]
        return told

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if len(self.layer_types) != self.num_hidden_layers:
            raise ValueError("each layer has one kind")
        if self.num_attention_heads % self.num_key_value_heads:
            raise ValueError("each key head serves as many queries")
        return self


def plain_shape(config: dict[str, Any]) -> GemmaShape | None:
    """The shape that a base's config.json tells; None where it holds anything not known here."""
    try:
        return GemmaShape.model_validate(config)
    except ValidationError:
        return None


class PlainClassifier(nn.Module):
    """The base under a head that still has to be loaded; `model` has no weights yet."""

    def __init__(self, shape: GemmaShape, head: HeadType, label_count: int) -> None:
        super().__init__()
        self.model = _Gemma(shape)
        self.score = build_head(head, shape.hidden_size, label_count)

    @property
    def device(self) -> torch.device:
        return self.model.device


def load_plain_classifier(
    base_folder: Path,
    shape: GemmaShape,
    *,
    head: HeadType,
    label_count: int,
    dtype: torch.dtype,
    device: torch.device,
) -> PlainClassifier:
    """All weights in `dtype`, the head in float32.

    Raises KeyError for a base that lacks weights, ValueError, RuntimeError, OSError or
    safetensors' SafetensorError for one that does not fit.
    """
    classifier = PlainClassifier(shape, head, label_count)
    weights = {name: weight.to(device, dtype) for name, weight in _stored_weights(base_folder)}
    missing = sorted(classifier.model.load_state_dict(weights, strict=False, assign=True)[0])
    if missing:
        raise KeyError(f"{len(missing)} weights are missing, the first is {missing[0]}")
    classifier.score.to(device)
    return classifier


def _stored_weights(folder: Path) -> Iterator[tuple[str, Tensor]]:
    """Of every shard, one at a time; a causal model has its base behind a prefix."""
    for path in sorted(folder.glob("*.safetensors")):
        with safe_open(path, framework="pt") as file:
            for name in file.keys():  # noqa: SIM118 (no mapping)
                weight = file.get_tensor(name)
                if not weight.is_floating_point():
                    raise ValueError(f"{name} is {weight.dtype}")
                yield name.removeprefix(_PREFIX), weight


class _Gemma(nn.Module):
    def __init__(self, shape: GemmaShape) -> None:
        super().__init__()
        self.embed_tokens = _ScaledEmbedding(shape.vocab_size, shape.hidden_size, device="meta")
        self.layers = nn.ModuleList(_Layer(shape, kind) for kind in shape.layer_types)
        self.norm = _Norm(shape.hidden_size, shape.rms_norm_eps)
        self.rotary_emb = _Rotary(shape)

    @property
    def device(self) -> torch.device:
        return self.embed_tokens.weight.device

    @property
    def dtype(self) -> torch.dtype:
        return self.embed_tokens.weight.dtype


class _Layer(nn.Module):
    def __init__(self, shape: GemmaShape, kind: LayerType) -> None:
        super().__init__()
        self.self_attn = _Attention(shape, kind)
        self.mlp = _FeedForward(shape)
        for name in ("input", "post_attention", "pre_feedforward", "post_feedforward"):
            setattr(self, f"{name}_layernorm", _Norm(shape.hidden_size, shape.rms_norm_eps))


class _Attention(nn.Module):
    def __init__(self, shape: GemmaShape, kind: LayerType) -> None:
        super().__init__()
        queries = shape.num_attention_heads * shape.head_dim
        keys = shape.num_key_value_heads * shape.head_dim
        self.q_proj = _linear(shape.hidden_size, queries)
        self.k_proj = _linear(shape.hidden_size, keys)
        self.v_proj = _linear(shape.hidden_size, keys)
        self.o_proj = _linear(queries, shape.hidden_size)
        self.head_dim = shape.head_dim
        self.layer_type = kind
        self.scaling = shape.query_pre_attn_scalar**-0.5
        self.attn_logit_softcapping = shape.attn_logit_softcapping
        self.sliding_window = shape.sliding_window if kind == "sliding_attention" else None


class _FeedForward(nn.Module):
    def __init__(self, shape: GemmaShape) -> None:
        super().__init__()
        self.gate_proj = _linear(shape.hidden_size, shape.intermediate_size)
        self.up_proj = _linear(shape.hidden_size, shape.intermediate_size)
        self.down_proj = _linear(shape.intermediate_size, shape.hidden_size)
        self.act_fn = nn.GELU(approximate="tanh")


class _Norm(nn.Module):
    def __init__(self, size: int, epsilon: float) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(size, device="meta"))
        self.eps = epsilon


class _ScaledEmbedding(nn.Embedding):
    """Times sqrt(hidden size), rounded to the weights' type as transformers does."""

    def reset_parameters(self) -> None:
        """Nothing: drawing random weights that are about to be replaced loads torch._dynamo."""

    def forward(self, input: Tensor) -> Tensor:
        scale = torch.tensor(self.embedding_dim**0.5).to(self.weight)
        return super().forward(input) * scale


class _Rotary(nn.Module):
    """Rotary embedding (Su et al. 2021): (cosines, sines), each half given twice."""

    def __init__(self, shape: GemmaShape) -> None:
        super().__init__()
        steps = torch.arange(0, shape.head_dim, 2, dtype=torch.float) / shape.head_dim
        self._frequencies = 1.0 / (shape.rope_parameters.rope_theta**steps)

    def forward(self, like: Tensor, positions: Tensor) -> tuple[Tensor, Tensor]:
        angles = positions[..., None].float() * self._frequencies.to(positions.device)
        twice = torch.cat((angles, angles), dim=-1)
        return twice.cos().to(like.dtype), twice.sin().to(like.dtype)


def _linear(inputs: int, outputs: int) -> nn.Linear:
    return nn.Linear(inputs, outputs, bias=False, device="meta")
