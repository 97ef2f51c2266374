"""A Gemma decoder over packed tokens: (tokens, hidden) throughout, no padding, no wide masks.

Runs the layers that transformers loaded (Gemma-2, and Gemma-3's text model with its norms on
queries and keys). Of the last layer only what the last tokens need is computed. The residual
stream and the norms are float32; products are in the type that this device is fast with.
"""

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

from inference.model.attention import AttentionRule, attend
from inference.model.device import has_fast_bfloat16
from inference.model.packing import Pack, Span
from inference.model.work_sizes import block_queries


class PackedDecoder:
    """`model` is a Gemma2Model or a Gemma3TextModel, its linear layers plain, 4-bit or PEFT's."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._device: torch.device = model.device
        self._type = _working_type(model.dtype, self._device)
        self._layers = [_Layer(layer, self._type, self._device) for layer in model.layers]
        self._norm = _Norm(model.norm)
        self._rotations: dict[str, tuple[Tensor, Tensor]] = {}

    def last_states(self, pack: Pack) -> Tensor:
        """(members, hidden) in float32: the state of each member's last token."""
        ids, positions = pack.ids.to(self._device), pack.positions.to(self._device)
        states = self._model.embed_tokens(ids).float()
        spans = [_moved(span, self._device) for span in pack.spans]
        lasts = pack.lasts.to(self._device)
        for number, layer in enumerate(self._layers, start=1):
            rotation = self._rotation(layer.kind, positions, int(pack.positions.max()))
            if number < len(self._layers):
                states = layer.run(states, rotation, spans)
            else:
                last_spans = [_moved(span, self._device) for span in pack.spans_of_lasts()]
                states = layer.run(states, rotation, last_spans, lasts)
        return self._norm(states)

    def _rotation(self, kind: str, positions: Tensor, highest: int) -> tuple[Tensor, Tensor]:
        """Cosines and sines (tokens, 1, width / 2) of the rotary embedding for a kind of layer."""
        known = self._rotations.get(kind)
        if known is None or len(known[0]) <= highest:
            every = torch.arange(2 * highest + 1, device=self._device)[None]
            probe = torch.empty(0, dtype=torch.float32, device=self._device)
            own = (kind,) if hasattr(self._model.rotary_emb, f"{kind}_inv_freq") else ()
            cosines, sines = self._model.rotary_emb(probe, every, *own)
            half = cosines.shape[-1] // 2
            known = self._rotations[kind] = (cosines[0, :, :half], sines[0, :, :half])
        return known[0][positions][:, None], known[1][positions][:, None]


class _Layer:
    """One decoder layer of transformers, run on (tokens, hidden)."""

    def __init__(self, layer: Any, working_type: torch.dtype, device: torch.device) -> None:
        self._attention, self._mlp = layer.self_attn, layer.mlp
        self._type = working_type
        self.kind: str = self._attention.layer_type
        self._norms = [
            _Norm(norm)
            for norm in (
                layer.input_layernorm,
                layer.post_attention_layernorm,
                layer.pre_feedforward_layernorm,
                layer.post_feedforward_layernorm,
            )
        ]
        own = (getattr(self._attention, name, None) for name in ("q_norm", "k_norm"))
        self._query_norm, self._key_norm = (norm and _Norm(norm) for norm in own)
        self._rule = AttentionRule(
            scaling=self._attention.scaling,
            softcap=self._attention.attn_logit_softcapping,
            window=self._attention.sliding_window,
            block=block_queries(device.type),
        )

    def run(
        self,
        states: Tensor,
        rotation: tuple[Tensor, Tensor],
        spans: Iterable[Span],
        wanted: Tensor | None = None,
    ) -> Tensor:
        """States after the layer; only of the `wanted` tokens where these are given."""
        before, after, before_mlp, after_mlp = self._norms
        normed = before(states).to(self._type)
        keys = self._heads(self._attention.k_proj, normed, self._key_norm, rotation)
        values = self._heads(self._attention.v_proj, normed, None, None)
        if wanted is not None:
            states, normed = states[wanted], normed[wanted]
            rotation = (rotation[0][wanted], rotation[1][wanted])
        queries = self._heads(self._attention.q_proj, normed, self._query_norm, rotation)
        mixed = attend(queries, keys, values, spans, self._rule).flatten(1).to(self._type)
        states = states + after(_apply(self._attention.o_proj, mixed))
        normed = before_mlp(states).to(self._type)
        gate = self._mlp.act_fn(_apply(self._mlp.gate_proj, normed))
        inner = gate.mul_(_apply(self._mlp.up_proj, normed))
        return states + after_mlp(_apply(self._mlp.down_proj, inner))

    def _heads(
        self,
        projection: nn.Module,
        normed: Tensor,
        norm: "_Norm | None",
        rotation: tuple[Tensor, Tensor] | None,
    ) -> Tensor:
        """(tokens, heads, width). On a CPU float32: its products of low types are slow or lossy."""
        heads = _apply(projection, normed).view(len(normed), -1, self._attention.head_dim)
        if heads.device.type == "cpu":
            heads = heads.float()
        if norm is not None:
            heads = norm(heads).to(heads.dtype)
        return heads if rotation is None else _rotate(heads, *rotation).to(heads.dtype)


class _Norm:
    """Gemma's RMSNorm in float32: x / rms(x) * (1 + weight)."""

    def __init__(self, norm: Any) -> None:
        self._weight: Tensor = 1 + norm.weight.float()
        self._epsilon: float = norm.eps

    def __call__(self, states: Tensor) -> Tensor:
        return nn.functional.rms_norm(
            states.float(), self._weight.shape, self._weight, self._epsilon
        )


def _apply(linear: nn.Module, inputs: Tensor) -> Tensor:
    """Weights of a type that the device is slow with are turned for the product, and only then."""
    if type(linear) is nn.Linear and linear.weight.dtype != inputs.dtype:
        bias = None if linear.bias is None else linear.bias.to(inputs.dtype)
        return nn.functional.linear(inputs, linear.weight.to(inputs.dtype), bias)
    output: Tensor = linear(inputs)
    return output


def _rotate(heads: Tensor, cosines: Tensor, sines: Tensor) -> Tensor:
    """The rotary embedding in the half-by-half form of transformers."""
    left, right = heads.chunk(2, dim=-1)
    return torch.cat((left * cosines - right * sines, right * cosines + left * sines), dim=-1)


def _working_type(weights: torch.dtype, device: torch.device) -> torch.dtype:
    fast = weights == torch.float32 or device.type != "cpu" or has_fast_bfloat16(device)
    return weights if fast else torch.float32


def _moved(span: Span, device: torch.device) -> Span:
    if isinstance(span.keys, slice) or device.type == "cpu":
        return span
    return Span(span.first_query, span.query_count, span.start, span.keys.to(device))
